package org.tongbao.contacts.people.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.fixture.Entries;
import org.tongbao.contacts.fixture.Office;
import org.tongbao.contacts.fixture.OpenPgp;
import org.tongbao.contacts.fixture.People;
import org.tongbao.contacts.fixture.Seed;
import org.tongbao.contacts.fixture.Sheets;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.ContactsEntry;
import org.tongbao.contracts.requirement.Requirement;

/** Contacts, deputies, absences and shifts on a real database, broker and token issuer. */
@QuarkusTest
class PeopleComponentTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private String office = "";

    @BeforeEach
    void anOffice() {
        Seed.load();
        office = Office.create();
    }

    @Test
    void theExampleContactIsAcceptedAndAnsweredExactly() throws Exception {
        String example = """
            {"name": "通報窗口甲（測試）", "title": "資訊室技士", "employment": "dedicated", "language": "zh-TW",
             "roles": ["report-window", "security-contact"],
             "channels": [{"type": "mail", "value": "window.a@edu.taipei.example.test"},
                          {"type": "mobile", "value": "+886-900-000-101"},
                          {"type": "phone", "value": "+886-2-5555-0101"}]}\
            """;

        var answer = admin().header("Idempotency-Key", "k1").body(example).post(at("contacts"));

        answer.then().statusCode(201).header("ETag", "\"v1\"").header("Location", startsWith("http"));
        var json = new com.fasterxml.jackson.databind.ObjectMapper();
        var expected = (com.fasterxml.jackson.databind.node.ObjectNode) json.readTree(example);
        expected.set("id", json.readTree(answer.asString()).get("id"));
        assertThat(json.readTree(answer.asString())).isEqualTo(expected);
        var again = admin().get(answer.header("Location"));
        assertThat(json.readTree(again.asString())).isEqualTo(expected);
    }

    @Test
    void everyChangeIsPublishedWholeWithTheNextVersion() {
        UUID window = Office.contact(office, "report-window");
        UUID deputy = Office.contact(office, "security-contact");
        UUID reviewer = Office.contact(office, "reviewer");
        create(
                "deputies",
                "{\"contact\": \"%s\", \"deputies\": [\"%s\", \"%s\"], \"from\": \"2026-01-01T00:00:00+08:00\"}",
                window,
                deputy,
                reviewer);
        create(
                "absences",
                "{\"contact\": \"%s\", \"from\": \"%s\", \"until\": \"%s\", \"standIn\": \"%s\"}",
                window,
                NOW,
                NOW.plusSeconds(3600),
                deputy);
        create(
                "roster",
                "{\"role\": \"reviewer\", \"contact\": \"%s\", \"from\": \"%s\", \"until\": \"%s\"}",
                reviewer,
                NOW.minusSeconds(60),
                NOW.plusSeconds(7200));

        try (var entries = Entries.contacts()) {
            ContactsEntry entry = entries.await(office, it -> it.version() == 6);

            assertThat(entry.contacts())
                    .extracting(ContactsEntry.Contact::id)
                    .containsExactlyInAnyOrder(window, deputy, reviewer);
            assertThat(entry.contacts().get(0).channels())
                    .containsExactly(
                            new ContactsEntry.Channel("mail", "somebody@office.example.test", false),
                            new ContactsEntry.Channel("mobile", "+886-900-000-101", false));
            assertThat(entry.deputies()).singleElement().satisfies(it -> assertThat(it.deputies())
                    .containsExactly(deputy, reviewer));
            assertThat(entry.absences())
                    .containsExactly(new ContactsEntry.Absence(window, NOW, NOW.plusSeconds(3600), deputy));
            var reviewers = entry.duty().stream()
                    .filter(it -> it.role().equals("reviewer"))
                    .toList();
            assertThat(reviewers).allSatisfy(it -> assertThat(it.contact()).isEqualTo(reviewer));
            assertThat(reviewers.get(0).until()).isEqualTo(NOW.plusSeconds(7200));
            assertThat(reviewers.get(1).from()).isEqualTo(NOW.plusSeconds(7200));
            assertThat(reviewers.get(1).until()).isAfter(NOW.plus(Duration.ofDays(34)));
        }
    }

    @Test
    void dutySaysWhoHoldsARoleAndWhoActsForTheAbsent() {
        UUID one = Office.contact(office, "reviewer");
        UUID other = Office.contact(office, "reviewer");
        create(
                "roster",
                "{\"role\": \"reviewer\", \"contact\": \"%s\", \"from\": \"2030-06-01T00:00:00+08:00\", \"until\":"
                        + " \"2030-06-02T00:00:00+08:00\"}",
                one);
        create(
                "deputies",
                "{\"contact\": \"%s\", \"deputies\": [\"%s\"], \"from\": \"2030-01-01T00:00:00+08:00\"}",
                one,
                other);
        create(
                "absences",
                "{\"contact\": \"%s\", \"from\": \"2030-06-01T12:00:00+08:00\", \"until\":"
                        + " \"2030-06-01T13:00:00+08:00\"}",
                one);

        duty("2030-06-01T11:59:59+08:00")
                .then()
                .body("roles[0].holders", hasSize(1))
                .body("roles[0].holders[0].contact", equalTo(one.toString()))
                .body("roles[0].holders[0].by", equalTo("shift"))
                .body("roles[0].holders[0].absent", equalTo(false));
        duty("2030-06-01T12:00:00+08:00")
                .then()
                .body("roles[0].holders[0].absent", equalTo(true))
                .body("roles[0].holders[0].acting.contact", equalTo(other.toString()));
        duty("2030-06-02T00:00:00+08:00")
                .then()
                .body("roles[0].holders", hasSize(2))
                .body("roles[0].holders[0].by", equalTo("role"));
        admin().queryParam("from", "2030-06-01T23:00:00+08:00")
                .queryParam("until", "2030-07-01T00:00:00+08:00")
                .get(at("roster"))
                .then()
                .body("items", hasSize(1));
        admin().queryParam("from", "2030-06-02T00:00:00+08:00")
                .get(at("roster"))
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void oneKeyCreatesOnceHoweverOftenAndAtOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(20);
        var answers = new HashSet<String>();
        try {
            List<Future<String>> posts = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                posts.add(pool.submit(() -> admin().header("Idempotency-Key", "once")
                        .body(Office.contactBody("press"))
                        .post(at("contacts"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString()));
            }
            for (Future<String> post : posts) {
                answers.add(post.get());
            }
        } finally {
            pool.shutdown();
        }

        assertThat(answers).hasSize(1);
        admin().get(at("contacts")).then().body("items", hasSize(1));
        admin().header("Idempotency-Key", "once")
                .body(Office.contactBody("ciso"))
                .post(at("contacts"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:tongbao:problem:idempotency-key-reused"));
        admin().body(Office.contactBody("ciso")).post(at("contacts")).then().statusCode(400);
    }

    @Test
    void aContactIsReplacedOnlyByWhoKnowsItAndRemovedOnlyWhenNothingNamesIt() {
        UUID window = Office.contact(office, "reviewer");
        UUID deputy = Office.contact(office, "press");
        var deputyship = create(
                "deputies",
                "{\"contact\": \"%s\", \"deputies\": [\"%s\"], \"from\": \"2026-01-01T00:00:00+08:00\"}",
                window,
                deputy);
        String address = at("contacts/" + window);

        admin().body(Office.contactBody("ciso")).put(address).then().statusCode(428);
        admin().header("If-Match", "\"v2\"")
                .body(Office.contactBody("ciso"))
                .put(address)
                .then()
                .statusCode(412);
        admin().header("If-Match", "\"v1\"")
                .body(Office.contactBody("ciso"))
                .put(address)
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"");
        admin().delete(at("contacts/" + deputy)).then().statusCode(428);
        admin().header("If-Match", "\"v1\"")
                .delete(at("contacts/" + deputy))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tongbao:problem:contact-in-use"));
        admin().header("If-Match", "\"v1\"")
                .delete(deputyship.header("Location"))
                .then()
                .statusCode(204);
        admin().header("If-Match", "\"v1\"")
                .delete(at("contacts/" + deputy))
                .then()
                .statusCode(204);
        admin().get(at("contacts/" + deputy)).then().statusCode(404);
        try (var entries = Entries.contacts()) {
            assertThat(entries.await(office, it -> it.contacts().size() == 1)
                            .contacts()
                            .get(0)
                            .id())
                    .isEqualTo(window);
        }
    }

    @Test
    void aRemovedContactCanBeFiledAgain() {
        UUID id = Office.contact(office, "press");
        admin().header("If-Match", "\"v1\"").delete(at("contacts/" + id)).then().statusCode(204);

        admin().header("If-None-Match", "*")
                .body(Office.contactBody("press"))
                .put(at("contacts/" + id))
                .then()
                .statusCode(201);

        admin().get(at("contacts/" + id)).then().statusCode(200);
    }

    @Test
    void anIdOfAnotherAgencyIsNotThere() {
        UUID id = Office.contact(Office.create(), "press");

        admin().header("If-None-Match", "*")
                .body(Office.contactBody("press"))
                .put(at("contacts/" + id))
                .then()
                .statusCode(404);
        admin().get(at("contacts/" + id)).then().statusCode(404);
        UUID mine = Office.contact(office, "press");
        admin().get(at("absences/" + mine)).then().statusCode(404);
    }

    @Test
    void theRoleOfTheReportWindowIsNotForAContractorsStaffWhereTheProcedureSaysSo() {
        String outsourced = Office.contactBody("report-window").replace("dedicated", "outsourced");

        admin().header("Idempotency-Key", "o1")
                .body(outsourced)
                .post(at("contacts"))
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/employment"))
                .body("violations[0].reason", equalTo("never-outsourced"))
                .body("violations[0].detail", org.hamcrest.Matchers.containsString("§6"));
    }

    @Test
    @Requirement("S1-05")
    void whoIsNeededIsNotRemovedAndWhoIsMissingIsTold() {
        UUID window = Office.contact(office, "report-window");
        admin().header("If-None-Match", "*")
                .body(Office.contactBody("it-head"))
                .put(at("contacts/" + Ids.next()))
                .then()
                .statusCode(201)
                .header("Missing-Roles", "ciso 0/1");

        admin().header("If-Match", "\"v1\"")
                .delete(at("contacts/" + window))
                .then()
                .statusCode(400)
                .body("violations.reason", equalTo(List.of("too-few")))
                .body("violations[0].detail", org.hamcrest.Matchers.containsString("report-window 0/1 §6"));
        admin().header("If-Match", "\"v1\"")
                .body(Office.contactBody("press"))
                .put(at("contacts/" + window))
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/roles"));
        Office.contact(office, "report-window");
        admin().header("If-Match", "\"v1\"")
                .delete(at("contacts/" + window))
                .then()
                .statusCode(204);
    }

    @Test
    void aSeatIsOneOfTheAgencysProcedure() {
        String body = Office.contactBody("press");
        admin().header("Idempotency-Key", "s1")
                .body("{\"teamRoles\": [\"logistics-group\"], " + body.substring(1))
                .post(at("contacts"))
                .then()
                .statusCode(400)
                .body(
                        "violations.collect { it.pointer + ' ' + it.reason }",
                        equalTo(List.of("/teamRoles unknown-seat")));
        admin().header("Idempotency-Key", "s2")
                .body("{\"teamRoles\": [\"press-contact\"], " + body.substring(1))
                .post(at("contacts"))
                .then()
                .statusCode(201)
                .body("teamRoles", equalTo(List.of("press-contact")));
    }

    @Test
    void aCertificateIsKeptAndOneOfSomebodyElseIsNot() throws Exception {
        UUID id = Office.contact(office, "press");
        var patch = new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode();
        patch.putObject("certificate")
                .put("value", Files.readString(Path.of("src/test/resources/certificates/somebody.pem")));

        admin().contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "\"v1\"")
                .body(patch.toString())
                .patch(at("contacts/" + id))
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("certificate.fingerprint", org.hamcrest.Matchers.hasLength(64));
        String read = admin().get(at("contacts/" + id)).asString();
        admin().body(read).put(at("contacts/" + id)).then().statusCode(200).header("ETag", "\"v2\"");
        admin().header("If-Match", "\"v2\"")
                .body(read.replace("somebody@", "another@"))
                .put(at("contacts/" + id))
                .then()
                .statusCode(400)
                .body(
                        "violations.collect { it.pointer + ' ' + it.reason }",
                        equalTo(List.of("/certificate/value certificate-of-another")));
    }

    @Test
    void anOpenPgpKeyIsKeptAndShownAndSentBackChangesNothing() {
        UUID id = Office.contact(office, "press");
        String key = OpenPgp.armoured(
                OpenPgp.key("某甲 <somebody@office.example.test>", Instant.now().minusSeconds(9)));
        var patch = new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode();
        patch.putObject("certificate").put("value", key);

        admin().contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "\"v1\"")
                .body(patch.toString())
                .patch(at("contacts/" + id))
                .then()
                .statusCode(200)
                .body("certificate.type", equalTo("openpgp"))
                .body("certificate.fingerprint", org.hamcrest.Matchers.hasLength(40))
                .body("certificate.expires", equalTo(null));

        String read = admin().get(at("contacts/" + id)).asString();
        admin().body(read).put(at("contacts/" + id)).then().statusCode(200).header("ETag", "\"v2\"");
        var sheet = Sheets.fetch("TPE", "directory-admin", "/api/v1/agencies/export/contacts.csv");
        assertThat(sheet.text()).contains("'-----BEGIN PGP PUBLIC KEY BLOCK-----");
        assertThat(Sheets.tryOut("TPE", "contacts.csv", sheet.text()).json().getInt("changeCount"))
                .isZero();
    }

    @Test
    @Requirement("S4-24")
    void aSupervisingAgencyCorrectsBelowAndItIsOnRecord() {
        UUID id = Ids.next();

        People.admin("TPE")
                .header("If-None-Match", "*")
                .body(Office.contactBody("ciso"))
                .put(at("contacts/" + id))
                .then()
                .statusCode(201);

        try (var connection = org.tongbao.embedded.TestDatabase.superuser();
                var query = connection.prepareStatement(
                        "select actor_agency || ' ' || detail from journal where agency = ? and action ="
                                + " 'people-changed'")) {
            query.setString(1, office);
            var rows = query.executeQuery();
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("TPE {\"contact-filed\":[\"" + id + "\"]}");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void pagesOfContactsFollowEachOther() {
        for (int i = 0; i < 5; i++) {
            Office.contact(office, "press");
        }

        var first = admin().get(at("contacts?limit=3"));
        var second = admin().get(at("contacts?limit=3&cursor=" + first.path("next")));

        first.then().body("items", hasSize(3));
        second.then().body("items", hasSize(2)).body("next", org.hamcrest.Matchers.nullValue());
    }

    @Test
    void theAddressesOfTheSeedAreReservedOnes() throws Exception {
        List<String> mails = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (Path document : Seed.documents()) {
            var text = JsonPath.from(Files.readString(document));
            mails.addAll(text.getList("contacts.channels.flatten().findAll { it.type == 'mail' }.value"));
            numbers.addAll(text.getList("contacts.channels.flatten().findAll { it.type != 'mail' }.value"));
        }

        assertThat(mails).isNotEmpty().allMatch(it -> it.endsWith(".example.test"));
        assertThat(numbers).isNotEmpty().allMatch(it -> it.matches("\\+886-2-5555-\\d{4}|\\+886-900-000-\\d{3}"));
    }

    private RequestSpecification admin() {
        return People.admin(office);
    }

    private String at(String what) {
        return Office.AGENCIES + office + "/" + what;
    }

    private Response duty(String at) {
        return admin().queryParam("at", at).get(at("duty"));
    }

    private Response create(String what, String body, Object... values) {
        var answer = admin().header("Idempotency-Key", Ids.next().toString())
                .body(body.formatted(values))
                .post(at(what));
        answer.then().statusCode(201);
        return answer;
    }
}
