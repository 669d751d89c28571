package org.tongbao.contacts.ledger.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.fixture.Entries;
import org.tongbao.contacts.fixture.Office;
import org.tongbao.contacts.fixture.People;
import org.tongbao.contacts.fixture.Seed;
import org.tongbao.contacts.fixture.Sheets;
import org.tongbao.contacts.ledger.usecase.ApplyDueChanges;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.requirement.Requirement;
import org.tongbao.embedded.TestDatabase;

/** Changes that hold from a stated time on: filed before, or late with a reason, and never rewriting what was known. */
@QuarkusTest
class TimesComponentTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String MERGE_PATCH = "application/merge-patch+json; charset=UTF-8";

    @Inject
    ApplyDueChanges applyDueChanges;

    private String office = "";

    @BeforeEach
    void anOffice() {
        Seed.load();
        office = Office.create();
    }

    // ---- people

    @Test
    @Requirement("S2-08")
    void aContactFiledAheadIsPendingAndInForceWhenItsTimeHasCome() {
        Instant when = Instant.now().plusSeconds(3);
        UUID id = Ids.next();

        var filed = file(id, from(when, "press")).then().statusCode(202);

        filed.body("state", equalTo("pending"))
                .body("kind", equalTo("contact"))
                .body("body.name", equalTo("某甲（測試）"))
                .header("Location", containsString("/agencies/" + office + "/changes/"));
        contact(id).then().statusCode(404);
        assertThat(state(filed.extract().path("id"))).isEqualTo("pending");
        admin().queryParam("at", when.plusSeconds(1).toString())
                .get(at("contacts/" + id))
                .then()
                .statusCode(200);

        awaitState(filed.extract().path("id"), "in-force");
        contact(id).then().statusCode(200).header("ETag", "\"v1\"");
        try (var entries = Entries.contacts()) {
            assertThat(entries.await(office).contacts()).hasSize(1);
        }
        admin().queryParam("at", when.minusSeconds(1).toString())
                .get(at("contacts/" + id))
                .then()
                .statusCode(404);
    }

    @Test
    @Requirement("S2-08")
    void aLateChangeNeedsAReasonAndIsRecordedAsLate() {
        UUID id = Office.contact(office, "press");
        Instant known = Instant.now();
        String late = "{\"title\": \"科長\", \"effectiveFrom\": \"2026-01-01T00:00:00+08:00\"%s}";

        patch(id, "\"v1\"", late.formatted(""))
                .then()
                .statusCode(400)
                .body(
                        "violations.collect { it.pointer + ' ' + it.reason }",
                        equalTo(List.of("/reason reason-missing")));
        contact(id).then().header("ETag", "\"v1\"");

        // It was filed after something that holds from later, so today it changes nothing.
        patch(id, "\"v1\"", late.formatted(", \"reason\": \"公文遲到\""))
                .then()
                .statusCode(202)
                .body("state", equalTo("superseded"))
                .body("late", equalTo(true))
                .body("reason", equalTo("公文遲到"))
                .body("filedBy.agency", equalTo(office));
        contact(id).then().header("ETag", "\"v1\"").body("title", equalTo(null));
        admin().queryParam("at", "2026-06-01T00:00:00+08:00")
                .get(at("contacts/" + id))
                .then()
                .statusCode(200)
                .body("title", equalTo("科長"));
        // What was known before it was filed stays what was known.
        admin().queryParam("at", "2026-06-01T00:00:00+08:00")
                .queryParam("knownAt", known.toString())
                .get(at("contacts/" + id))
                .then()
                .statusCode(404);
    }

    @Test
    void aLateChangeThatNothingOvertookIsInForceAtOnce() {
        UUID id = Ids.next();
        file(id, late("2026-01-01T00:00:00+08:00", "press")).then().statusCode(201);

        patch(id, "\"v1\"", """
            {"title": "科長", "effectiveFrom": "2026-03-01T00:00:00+08:00", "reason": "公文遲到"}\
            """).then().statusCode(200).header("ETag", "\"v2\"").body("title", equalTo("科長"));

        admin().queryParam("at", "2026-02-01T00:00:00+08:00")
                .get(at("contacts"))
                .then()
                .body("items", hasSize(1))
                .body("items[0].title", equalTo(null));
        admin().queryParam("at", "2025-12-31T00:00:00+08:00")
                .get(at("contacts"))
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void aRemovalFiledAheadTakesEffectAtItsTime() {
        UUID id = Office.contact(office, "press");
        Instant when = Instant.now().plusSeconds(2);

        String change = admin().header("If-Match", "\"v1\"")
                .queryParam("effectiveFrom", when.toString())
                .delete(at("contacts/" + id))
                .then()
                .statusCode(202)
                .body("body", equalTo(null))
                .extract()
                .path("id");

        contact(id).then().statusCode(200);
        awaitState(change, "in-force");
        contact(id).then().statusCode(404);
        admin().queryParam("at", when.minusSeconds(1).toString())
                .get(at("contacts/" + id))
                .then()
                .statusCode(200);
    }

    @Test
    void whatStandsOnAPendingChangeKeepsItFromBeingWithdrawn() {
        UUID window = Office.contact(office, "reviewer");
        UUID deputy = Ids.next();
        String newcomer =
                file(deputy, from("2040-01-01T00:00:00+08:00", "press")).path("id");
        String deputyship = admin().header("Idempotency-Key", "d1")
                .body("""
                    {"contact": "%s", "deputies": ["%s"], "from": "2040-01-01T00:00:00+08:00",
                     "effectiveFrom": "2040-01-02T00:00:00+08:00"}\
                    """.formatted(window, deputy))
                .post(at("deputies"))
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        withdraw(newcomer).then().statusCode(400).body("violations.reason", hasItem("breaks-what-is-pending"));
        admin().header("If-Match", "\"v1\"")
                .delete(at("contacts/" + window))
                .then()
                .statusCode(400)
                .body("violations.reason", hasItem("breaks-what-is-pending"));
        withdraw(deputyship).then().statusCode(204);
        withdraw(newcomer).then().statusCode(204);
        withdraw(newcomer).then().statusCode(409).body("type", equalTo("urn:tongbao:problem:change-not-pending"));

        assertThat(state(newcomer)).isEqualTo("withdrawn");
        admin().queryParam("at", "2041-01-01T00:00:00+08:00")
                .get(at("contacts"))
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void aChangeThatARuleSpeaksAgainstWhenItsTimeComesIsRefusedAndHoldsUpNoOther() {
        String from = Office.create();
        String to = Office.create();
        String moving = Office.create(from);
        Instant when = Instant.now().plusSeconds(4);
        String byTheOneAbove = People.admin(from)
                .header("Idempotency-Key", "a1")
                .body(from(when, "press"))
                .post(Office.AGENCIES + moving + "/contacts")
                .path("id");
        String byItself = People.admin(moving)
                .header("Idempotency-Key", "a2")
                .body(from(when.plusMillis(1), "press"))
                .post(Office.AGENCIES + moving + "/contacts")
                .path("id");

        // Whoever filed the first stands above it no more.
        People.admin("TPE")
                .contentType(MERGE_PATCH)
                .header("If-Match", "\"v1\"")
                .body("{\"parent\": \"" + to + "\"}")
                .patch(Office.AGENCIES + moving)
                .then()
                .statusCode(200);

        office = moving;
        awaitState(byItself, "in-force");
        assertThat(state(byTheOneAbove)).isEqualTo("refused");
        admin().get(at("changes/" + byTheOneAbove)).then().body("refusal", equalTo("unknown"));
    }

    @Test
    void howeverManyLookAtOnceAChangeTakesEffectOnce() throws Exception {
        UUID id = Office.contact(office, "press");
        Instant when = Instant.now().plusMillis(1500);
        String change = patch(id, "\"v1\"", "{\"title\": \"科長\", \"effectiveFrom\": \"" + when + "\"}")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        var pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> looks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                looks.add(this::lookUntilDone);
            }
            Awaitility.await().atMost(SOON).until(() -> Instant.now().isAfter(when));
            for (var look : pool.invokeAll(looks)) {
                look.get();
            }
        } finally {
            pool.shutdown();
        }

        awaitState(change, "in-force");
        contact(id).then().header("ETag", "\"v2\"").body("title", equalTo("科長"));
        assertThat(journalled("people-changed")).isEqualTo(2);
        try (var entries = Entries.contacts()) {
            assertThat(entries.await(office, it -> it.version() >= 2).version()).isEqualTo(2);
        }
    }

    private Integer lookUntilDone() throws Exception {
        try {
            return VertxContextSupport.subscribeAndAwait(applyDueChanges::apply).inForce();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anEditMadeMeanwhileIsInWhatWasFiledAheadBeforeAndIsNotUndoneAtItsTime() throws SQLException {
        UUID id = Office.contact(office, "press");
        Instant when = Instant.now().plusSeconds(6);
        String pending = patch(id, "\"v1\"", "{\"title\": \"科長\", \"effectiveFrom\": \"" + when + "\"}")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Instant known = Instant.now();

        patch(id, "\"v1\"", "{\"language\": \"en\"}").then().statusCode(200);
        Sheets.sheet(office, "contacts.csv", "agency,id,mail\n" + office + "," + id + ",new@office.example.test\n");

        assertThat(state(pending)).isEqualTo("withdrawn");
        assertThat(asOf(id, when, null)).containsExactly("科長", "en", "new@office.example.test");
        assertThat(asOf(id, when, known)).containsExactly("科長", "zh-TW", "somebody@office.example.test");
        Awaitility.await().atMost(SOON).until(() -> "科長".equals(contact(id).path("title")));
        contact(id)
                .then()
                .body("language", equalTo("en"))
                .body("channels[0].value", equalTo("new@office.example.test"));
        assertThat(journalled("change-carried")).isEqualTo(2);
    }

    @Test
    void anAgencyThatRenamesItselfKeepsItsNameWhenAPendingMoveTakesEffect() {
        String to = Office.create();
        Instant when = Instant.now().plusSeconds(5);
        move(office, to, when.toString()).then().statusCode(202);

        admin().contentType(MERGE_PATCH)
                .header("If-Match", "\"v1\"")
                .body("{\"name\": \"新名\"}")
                .patch(Office.AGENCIES + office)
                .then()
                .statusCode(200);

        Awaitility.await().atMost(SOON).until(() -> to.equals(agency(office).path("parent")));
        agency(office).then().body("name", equalTo("新名"));
    }

    private List<String> asOf(UUID id, Instant at, @Nullable Instant known) {
        var asked = admin().queryParam("at", at.toString());
        var shown = (known == null ? asked : asked.queryParam("knownAt", known.toString())).get(at("contacts/" + id));
        return List.of(shown.path("title"), shown.path("language"), shown.path("channels[0].value"));
    }

    // ---- duty

    @Test
    void dutyOfThePastIsAsItWasThoughTheRosterChangedSince() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        UUID one = lateContact(now.minus(20, ChronoUnit.DAYS));
        UUID other = lateContact(now.minus(20, ChronoUnit.DAYS));
        String shift = lateShift(one, now.minus(15, ChronoUnit.DAYS), now.plus(15, ChronoUnit.DAYS));

        changeShift(shift, other, null).then().statusCode(200);

        assertThat(onDuty(now.minus(10, ChronoUnit.DAYS), null)).containsExactly(one);
        assertThat(onDuty(now.plus(10, ChronoUnit.DAYS), null)).containsExactly(other);
        assertThat(onDuty(now.minus(18, ChronoUnit.DAYS), null)).containsExactlyInAnyOrder(one, other);
        List<String> turns = admin().queryParam(
                        "from", now.minus(10, ChronoUnit.DAYS).toString())
                .queryParam("to", now.plus(10, ChronoUnit.DAYS).toString())
                .get(at("duty"))
                .then()
                .statusCode(200)
                .body("roles[0].gaps", hasSize(0))
                .body("roles[0].overlaps", hasSize(0))
                .extract()
                .path("roles[0].turns.contact");
        assertThat(turns).containsExactly(one.toString(), other.toString());
    }

    @Test
    void aLateChangeOfDutyShowsToWhoAsksWhatIsKnownAndNotToWhoAsksWhatWasKnown() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant then = now.minus(10, ChronoUnit.DAYS);
        UUID one = lateContact(now.minus(20, ChronoUnit.DAYS));
        UUID other = lateContact(now.minus(20, ChronoUnit.DAYS));
        lateShift(one, now.minus(15, ChronoUnit.DAYS), now.plus(15, ChronoUnit.DAYS));
        Instant known = Instant.now();

        lateShift(other, now.minus(11, ChronoUnit.DAYS), now.minus(9, ChronoUnit.DAYS));

        assertThat(onDuty(then, known)).containsExactly(one);
        assertThat(onDuty(then, null)).containsExactlyInAnyOrder(one, other);
        assertThat(onDuty(then, now.minus(30, ChronoUnit.DAYS))).isEmpty();
        admin().queryParam("from", then.toString())
                .queryParam("to", now.toString())
                .queryParam("knownAt", known.toString())
                .get(at("duty"))
                .then()
                .body("roles[0].turns.contact", equalTo(List.of(one.toString())));
    }

    @Test
    void aChangeOfDutyThatIsPendingShowsFromItsTimeOn() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        UUID one = lateContact(now.minus(20, ChronoUnit.DAYS));
        UUID other = lateContact(now.minus(20, ChronoUnit.DAYS));
        String shift = lateShift(one, now.minus(15, ChronoUnit.DAYS), now.plus(15, ChronoUnit.DAYS));
        Instant when = now.plus(5, ChronoUnit.DAYS);

        changeShift(shift, other, when).then().statusCode(202);

        assertThat(onDuty(now.plus(4, ChronoUnit.DAYS), null)).containsExactly(one);
        assertThat(onDuty(when, null)).containsExactly(other);
        assertThat(onDuty(when, now.minusSeconds(1))).isEmpty();
        var duty = admin().queryParam("from", now.plus(1, ChronoUnit.DAYS).toString())
                .queryParam("to", now.plus(9, ChronoUnit.DAYS).toString())
                .get(at("duty"))
                .then()
                .statusCode(200)
                .body("roles[0].turns.contact", equalTo(List.of(one.toString(), other.toString())))
                .extract();
        assertThat(Instant.from(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(duty.path("roles[0].turns[1].from"))))
                .isEqualTo(when);
    }

    private UUID lateContact(Instant since) {
        UUID id = Ids.next();
        file(id, late(since.toString(), "press")).then().statusCode(201);
        return id;
    }

    private String lateShift(UUID contact, Instant from, Instant until) {
        return admin().header("Idempotency-Key", Ids.next().toString())
                .body("""
                    {"role": "press", "contact": "%s", "from": "%s", "until": "%s", "effectiveFrom": "%s",
                     "reason": "公文遲到"}\
                    """.formatted(contact, from, until, from))
                .post(at("roster"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response changeShift(String shift, UUID to, @Nullable Instant when) {
        String effectiveTime = when == null ? "" : ", \"effectiveFrom\": \"" + when + "\"";
        String known = admin().get(at("roster/" + shift)).asString();
        return admin().header("If-Match", "\"v1\"")
                .body(known.replaceAll("\"contact\":\"[^\"]*\"", "\"contact\":\"" + to + "\"" + effectiveTime))
                .put(at("roster/" + shift));
    }

    private List<UUID> onDuty(Instant when, @Nullable Instant known) {
        var asked = admin().queryParam("at", when.toString());
        var answer = (known == null ? asked : asked.queryParam("knownAt", known.toString())).get(at("duty"));
        List<List<String>> holders = answer.then().statusCode(200).extract().path("roles.holders.contact");
        return holders.stream().flatMap(List::stream).map(UUID::fromString).toList();
    }

    // ---- agencies

    @Test
    @Requirement("S2-01")
    void aMoveFiledAheadTakesEffectAtItsTime() {
        String to = Office.create();
        Instant when = Instant.now().plusSeconds(2);

        String change = move(office, to, when.toString())
                .then()
                .statusCode(202)
                .body("state", equalTo("pending"))
                .body("body.parent", equalTo(to))
                .extract()
                .path("id");

        agency(office).then().body("path", equalTo(List.of("ACS", "TPE", office)));
        People.admin("ACS")
                .queryParam("at", when.plusSeconds(1).toString())
                .get(Office.AGENCIES + office)
                .then()
                .body("path", equalTo(List.of("ACS", "TPE", to, office)));
        awaitState(change, "in-force");
        agency(office)
                .then()
                .body("path", equalTo(List.of("ACS", "TPE", to, office)))
                .header("ETag", "\"v2\"");
        try (var entries = Entries.agencies()) {
            assertThat(entries.await(office, it -> it.version() == 2).path()).containsExactly("ACS", "TPE", to, office);
        }
        People.admin("ACS")
                .queryParam("at", when.minusSeconds(1).toString())
                .queryParam("q", office)
                .get(Office.AGENCIES)
                .then()
                .body("items[0].parent", equalTo("TPE"));
    }

    @Test
    void aNewAgencyFiledAheadIsItsFilersUntilItsTimeComes() {
        String code = Office.newCode();
        String change = People.admin("TPE")
                .header("If-None-Match", "*")
                .body("{\"effectiveFrom\": \"2040-01-01T00:00:00+08:00\", "
                        + Office.body("TPE").substring(1))
                .put(Office.AGENCIES + code)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        String address = Office.AGENCIES + code + "/changes/" + change;

        People.admin("HUA").get(address).then().statusCode(404);
        People.admin("HUA").delete(address).then().statusCode(404);
        People.admin("TPE").get(address).then().statusCode(200).body("state", equalTo("pending"));
        People.admin("TPE").delete(address).then().statusCode(204);

        People.admin("TPE").get(address).then().body("state", equalTo("withdrawn"));
    }

    @Test
    void twoPendingMovesDoNotMakeACycle() {
        String other = Office.create();
        move(office, other, "2040-01-01T00:00:00+08:00").then().statusCode(202);

        move(other, office, "2040-06-01T00:00:00+08:00")
                .then()
                .statusCode(400)
                .body("violations.reason", hasItem("cycle"));
        // The other way round in time, the one that is pending already could not take effect any more.
        move(other, office, "2039-06-01T00:00:00+08:00")
                .then()
                .statusCode(400)
                .body("violations.reason", hasItem("breaks-what-is-pending"));
        move(other, office, Instant.now().toString())
                .then()
                .statusCode(400)
                .body("violations.reason", hasItem("breaks-what-is-pending"));
    }

    @Test
    void whoStandsBelowADissolvedAgencyGoesElsewhereInTheSameChange() {
        String school = Office.create(office);
        String dissolved = whole(office, "TPE", "dissolved");

        People.admin("TPE")
                .contentType(MERGE_PATCH)
                .header("If-Match", "\"v1\"")
                .body("{\"state\": \"dissolved\"}")
                .patch(Office.AGENCIES + office)
                .then()
                .statusCode(400)
                .body("violations.collect { it.pointer + ' ' + it.reason }", equalTo(List.of("/state children-stay")))
                .body("violations[0].detail", containsString(school));
        reorganise("{\"agencies\": [%s, %s]}".formatted(dissolved, whole(school, "TPE", "active")))
                .then()
                .statusCode(200)
                .body("changes.item", hasItems(office, school));

        agency(school).then().body("path", equalTo(List.of("ACS", "TPE", school)));
        People.reporter("HUA").get(Office.AGENCIES + office).then().body("state", equalTo("dissolved"));
        move(school, office, Instant.now().toString())
                .then()
                .statusCode(400)
                .body("violations.reason", hasItem("dissolved-agency"));
        // The same again is nothing new.
        reorganise("{\"agencies\": [%s]}".formatted(dissolved))
                .then()
                .statusCode(200)
                .body("changes", hasSize(0));
    }

    @Test
    void aReorganisationIsWithdrawnWholeAndOnlyByThoseWhoDecidedIt() {
        String school = Office.create(office);
        List<String> filed = reorganise("{\"effectiveFrom\": \"2040-01-01T00:00:00+08:00\", \"agencies\": [%s, %s]}"
                        .formatted(whole(office, "TPE", "dissolved"), whole(school, "TPE", "active")))
                .then()
                .statusCode(200)
                .extract()
                .path("changes.id");

        withdraw(filed.get(0)).then().statusCode(403);
        People.admin("TPE").delete(at("changes/" + filed.get(0))).then().statusCode(204);

        assertThat(state(filed.get(0))).isEqualTo("withdrawn");
        People.admin("TPE")
                .get(Office.AGENCIES + school + "/changes/" + filed.get(1))
                .then()
                .body("state", equalTo("withdrawn"));
    }

    // ---- words

    private RequestSpecification admin() {
        return People.admin(office);
    }

    private String at(String what) {
        return Office.AGENCIES + office + "/" + what;
    }

    private Response contact(UUID id) {
        return admin().get(at("contacts/" + id));
    }

    private static Response agency(String code) {
        return People.admin("ACS").get(Office.AGENCIES + code);
    }

    private Response file(UUID id, String body) {
        return admin().header("If-None-Match", "*").body(body).put(at("contacts/" + id));
    }

    private static String from(Object when, String role) {
        return "{\"effectiveFrom\": \"" + when + "\", "
                + Office.contactBody(role).substring(1);
    }

    private static String late(String when, String role) {
        return "{\"reason\": \"公文遲到\", " + from(when, role).substring(1);
    }

    private Response patch(UUID id, String tag, String body) {
        return admin().contentType(MERGE_PATCH)
                .header("If-Match", tag)
                .body(body)
                .patch(at("contacts/" + id));
    }

    private static Response move(String agency, String to, String when) {
        return People.admin("TPE")
                .contentType(MERGE_PATCH)
                .header("If-Match", "\"v1\"")
                .body("{\"parent\": \"%s\", \"effectiveFrom\": \"%s\"}".formatted(to, when))
                .patch(Office.AGENCIES + agency);
    }

    private static String whole(String code, String parent, String state) {
        return "{\"code\": \"%s\", \"state\": \"%s\", ".formatted(code, state)
                + Office.body(parent).substring(1);
    }

    private static Response reorganise(String body) {
        return People.admin("TPE").body(body).post(Office.AGENCIES + "changes");
    }

    private Response withdraw(String change) {
        return admin().delete(at("changes/" + change));
    }

    private String state(String change) {
        return admin().get(at("changes/" + change))
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }

    private void awaitState(String change, String wanted) {
        Awaitility.await().atMost(SOON).until(() -> state(change), wanted::equals);
    }

    private long journalled(String action) throws SQLException {
        try (var connection = TestDatabase.superuser();
                var query =
                        connection.prepareStatement("select count(*) from journal where agency = ? and action = ?")) {
            query.setString(1, office);
            query.setString(2, action);
            var rows = query.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }
}
