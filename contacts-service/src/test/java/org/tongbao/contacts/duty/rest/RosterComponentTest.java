package org.tongbao.contacts.duty.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.fixture.Entries;
import org.tongbao.contacts.fixture.Office;
import org.tongbao.contacts.fixture.People;
import org.tongbao.contacts.fixture.Seed;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.ContactsEntry;
import org.tongbao.contracts.requirement.Requirement;
import org.tongbao.embedded.TestDatabase;

/** Rotations, overrides and holidays on a real database, broker and token issuer. */
@QuarkusTest
class RosterComponentTest {
    private String office = "";
    private UUID one = Ids.next();
    private UUID other = Ids.next();

    @BeforeEach
    void anOfficeWithTwoReviewers() {
        Seed.load();
        office = Office.create();
        one = Office.contact(office, "reviewer");
        other = Office.contact(office, "reviewer");
    }

    @Test
    @Requirement("S2-07")
    void aRotationIsPublishedWorkedOutForTheNext35Days() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        rotation("Asia/Taipei", "2026-01-01", "");
        create(
                "overrides",
                "{\"role\": \"reviewer\", \"contact\": \"%s\", \"from\": \"%s\", \"until\": \"%s\"}",
                other,
                now.plusSeconds(3600),
                now.plus(4, ChronoUnit.DAYS));

        try (var entries = Entries.contacts()) {
            List<ContactsEntry.Duty> duty =
                    entries.await(office, it -> it.version() == 4).duty();

            assertThat(duty).hasSizeBetween(30, 36);
            assertThat(duty).allSatisfy(it -> assertThat(it.contact()).isIn(one, other));
            for (int i = 1; i < duty.size(); i++) {
                assertThat(duty.get(i).from()).isEqualTo(duty.get(i - 1).until());
            }
            assertThat(duty.get(duty.size() - 1).until()).isAfter(now.plus(34, ChronoUnit.DAYS));
            assertThat(duty).anySatisfy(it -> {
                assertThat(it.contact()).isEqualTo(other);
                assertThat(it.until()).isAfterOrEqualTo(now.plus(4, ChronoUnit.DAYS));
                assertThat(it.from()).isBeforeOrEqualTo(now.plusSeconds(3600));
            });
        }
    }

    @Test
    void aDayOnWhichTheClockIsPutBackShowsAnOverlapAndNeverAGap() {
        rotation("Europe/Berlin", "2027-10-30", "");

        preview("2027-10-30T00:30:00Z", "2027-11-02T01:30:00Z")
                .then()
                .body("roles.role", equalTo(List.of("reviewer")))
                .body("roles[0].gaps", empty())
                .body("roles[0].overlaps", hasSize(1))
                .body("roles[0].overlaps[0].from", equalTo("2027-10-31T08:30:00+08:00"))
                .body("roles[0].overlaps[0].until", equalTo("2027-10-31T09:30:00+08:00"))
                .body("roles[0].overlaps[0].contacts", hasSize(2))
                .body("roles[0].turns.contact", equalTo(texts(one, other, one)))
                .body("roles[0].turns.by", equalTo(List.of("rotation", "rotation", "rotation")));
        at("2027-10-31T00:59:59Z").then().body("roles[0].holders", hasSize(2));
        at("2027-10-31T01:30:00Z")
                .then()
                .body("roles[0].holders.contact", equalTo(texts(other)))
                .body("roles[0].holders[0].by", equalTo("rotation"));
    }

    @Test
    void whereNobodyIsPlannedThereIsAGapAndWhoHasTheRoleHoldsIt() {
        rotation(
                "Asia/Taipei",
                "2027-01-01",
                ", \"holidays\": \"never\", \"windows\": [{\"days\": [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"],"
                        + " \"from\": \"08:00\", \"until\": \"18:00\"}]");
        create("holidays", "{\"name\": \"2027\", \"days\": [{\"date\": \"2027-03-01\", \"name\": \"補假\"}]}");

        // The first of March 2027 is a Monday.
        preview("2027-02-26T00:00:00%2B08:00", "2027-03-02T12:00:00%2B08:00")
                .then()
                .body("roles[0].gaps.from", equalTo(List.of("2027-02-26T00:00:00+08:00", "2027-02-26T18:00:00+08:00")))
                .body("roles[0].gaps.until", equalTo(List.of("2027-02-26T08:00:00+08:00", "2027-03-02T08:00:00+08:00")))
                .body("roles[0].gaps.heldBy", equalTo(List.of("role", "role")))
                .body("roles[0].overlaps", empty())
                .body("roles[0].turns.findAll { it.by == 'role' }.size()", equalTo(4));
        at("2027-03-01T04:00:00Z").then().body("roles[0].holders.by", equalTo(List.of("role", "role")));
    }

    @Test
    void anOverrideCountsInItsWindowAndNowhereElse() {
        rotation("Asia/Taipei", "2027-01-01", "");
        create(
                "overrides",
                "{\"role\": \"reviewer\", \"contact\": \"%s\", \"from\": \"2027-01-01T12:00:00+08:00\", \"until\":"
                        + " \"2027-01-01T13:00:00+08:00\"}",
                other);

        at("2027-01-01T11:59:59%2B08:00").then().body("roles[0].holders.contact", equalTo(texts(one)));
        at("2027-01-01T12:00:00%2B08:00")
                .then()
                .body("roles[0].holders.contact", equalTo(texts(other)))
                .body("roles[0].holders[0].by", equalTo("override"));
        at("2027-01-01T12:59:59%2B08:00").then().body("roles[0].holders.contact", equalTo(texts(other)));
        at("2027-01-01T13:00:00%2B08:00").then().body("roles[0].holders.contact", equalTo(texts(one)));
        admin().header("Idempotency-Key", "again")
                .body(
                        "{\"role\": \"reviewer\", \"contact\": \"%s\", \"from\": \"2027-01-01T12:30:00+08:00\", \"until\": \"2027-01-01T14:00:00+08:00\"}"
                                .formatted(one))
                .post(Office.AGENCIES + office + "/overrides")
                .then()
                .statusCode(400)
                .body("violations.reason", equalTo(List.of("overlaps-itself")));
    }

    @Test
    void aRoleHasOneRotationWhichIsReadBackAsItWasSentAndWhoTakesTurnsStays() throws Exception {
        String sent = """
            {"role": "reviewer", "zone": "America/New_York", "layers": [
              {"name": "底層", "participants": ["%1$s", "%2$s", "%1$s"], "every": {"count": 2, "unit": "weeks"},
               "handOff": "08:30", "starts": "2026-01-05", "until": "2030-01-07"},
              {"participants": ["%2$s"], "every": {"count": 12, "unit": "hours"}, "handOff": "00:00", "starts": "2026-01-05",
               "windows": [{"days": ["sat", "sun"], "from": "22:00", "until": "06:00"}], "holidays": "only"}]}\
            """.formatted(one, other);
        var created = admin().header("Idempotency-Key", "r").body(sent).post(Office.AGENCIES + office + "/rotations");

        created.then().statusCode(201).header("ETag", equalTo("\"v1\""));
        var json = new com.fasterxml.jackson.databind.ObjectMapper();
        var expected = (com.fasterxml.jackson.databind.node.ObjectNode) json.readTree(sent);
        expected.set("id", json.readTree(created.asString()).get("id"));
        assertThat(json.readTree(admin().get(created.header("Location")).asString()))
                .isEqualTo(expected);
        admin().header("Idempotency-Key", "r2")
                .body(sent)
                .post(Office.AGENCIES + office + "/rotations")
                .then()
                .statusCode(400)
                .body("violations.collect { it.pointer + ' ' + it.reason }", equalTo(List.of("/role second-rotation")));
        admin().header("If-Match", "\"v1\"")
                .delete(Office.AGENCIES + office + "/contacts/" + other)
                .then()
                .statusCode(409);
        admin().header("If-Match", "\"v1\"")
                .body(sent.replace("08:30", "09:30"))
                .put(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v2\""));
        admin().header("If-Match", "\"v2\"")
                .delete(created.header("Location"))
                .then()
                .statusCode(204);
        admin().header("If-Match", "\"v1\"")
                .delete(Office.AGENCIES + office + "/contacts/" + other)
                .then()
                .statusCode(204);
    }

    @Test
    void aSwapCountsOnceTheOtherSideHasAccepted() {
        rotation("Asia/Taipei", "2027-01-01", "");
        create("accounts", "{\"contact\": \"%s\", \"subject\": \"sub-%s-reviewer\"}", one, office);
        create("accounts", "{\"contact\": \"%s\", \"subject\": \"sub-%s-approver\"}", other, office);
        RequestSpecification partner = People.with(office, "approver");

        String swap =
                offered(People.with(office, "reviewer"), "2027-01-01T02:30:00+08:00", "2027-01-02T02:30:00+08:00");

        at("2027-01-01T12:00:00%2B08:00").then().body("roles[0].holders.contact", equalTo(texts(one)));
        People.with(office, "reviewer")
                .post(swap + "/acceptance")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:tongbao:problem:anothers-duty"));
        partner.post(swap + "/acceptance")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v2\""))
                .body("state", equalTo("accepted"));
        People.with(office, "approver")
                .post(swap + "/acceptance")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v2\""));
        People.with(office, "approver")
                .post(swap + "/refusal")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tongbao:problem:swap-decided"));
        preview("2027-01-01T02:30:00%2B08:00", "2027-01-04T02:30:00%2B08:00")
                .then()
                .body("roles[0].turns.contact", equalTo(texts(other, one, other, one)))
                .body("roles[0].turns.by", equalTo(List.of("swap", "swap", "rotation", "rotation")))
                .body("roles[0].turns[1].from", equalTo("2027-01-02T02:30:00+08:00"))
                .body("roles[0].turns[1].until", equalTo("2027-01-02T14:00:00+08:00"))
                .body("roles[0].gaps", empty())
                .body("roles[0].overlaps", empty());
        assertThat(journal("swap-accepted")).containsExactly("sub-" + office + "-approver false");
    }

    @Test
    void aSwapIsOfferedByWhoseDutyItIsAndFallsWithTheDuty() {
        rotation("Asia/Taipei", "2027-01-01", "");
        String give = "2027-01-01T12:00:00+08:00";
        String until = "2027-01-01T13:00:00+08:00";

        People.with(office, "reviewer")
                .header("Idempotency-Key", "s")
                .body(swap(give, until))
                .post(Office.AGENCIES + office + "/swaps")
                .then()
                .statusCode(403);
        String swap = offered(admin(), give, until);
        create(
                "overrides",
                "{\"role\": \"reviewer\", \"contact\": \"%s\", \"from\": \"%s\", \"until\": \"%s\"}",
                other,
                give,
                until);

        admin().post(swap + "/acceptance")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tongbao:problem:swap-outdated"))
                .body("violations.collect { it.pointer + ' ' + it.reason }", equalTo(List.of("/give not-on-duty")));
        admin().get(swap).then().body("state", equalTo("proposed"));
        admin().post(swap + "/refusal").then().statusCode(200).body("state", equalTo("refused"));
        assertThat(journal("swap-refused")).containsExactly("sub-" + office + "-directory-admin true");
        admin().header("If-Match", "\"v2\"").delete(swap).then().statusCode(204);
    }

    @Test
    void dutyIsFetchedAsACalendarByASecretAddressUntilThatIsRevoked() throws Exception {
        rotation("Asia/Taipei", "2026-01-01", "");
        String body = "{\"contact\": \"%s\", \"role\": \"reviewer\"}".formatted(one);
        String feeds = Office.AGENCIES + office + "/calendar-feeds";
        var opened = admin().header("Idempotency-Key", "f").body(body).post(feeds);
        String address = opened.then().statusCode(201).extract().path("address");

        Response answer = RestAssured.get(address);

        answer.then().statusCode(200).header("Content-Type", startsWith("text/calendar"));
        Calendar calendar = new CalendarBuilder().build(new StringReader(answer.asString()));
        assertThat(calendar.validate().hasErrors()).isFalse();
        List<VEvent> events = calendar.getComponents();
        // Every second day from a week ago to 180 days ahead.
        assertThat(events).hasSizeBetween(92, 95);
        assertThat(events.stream().map(it -> it.getUid().orElseThrow().getValue()))
                .doesNotHaveDuplicates();
        assertThat(answer.asString().lines())
                .allSatisfy(it -> assertThat(it.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(answer.asString()).doesNotContain("example.test", "+886");
        // A repeated request does not tell the secret again.
        admin().header("Idempotency-Key", "f")
                .body(body)
                .post(feeds)
                .then()
                .statusCode(201)
                .body("id", equalTo(opened.path("id")))
                .body("address", nullValue());
        admin().get(feeds).then().body("items", hasSize(1)).body("items[0].address", nullValue());
        assertThat(kept())
                .contains(opened.<String>path("id"))
                .doesNotContain(address.substring(address.length() - 30, address.length() - 4));
        admin().delete(feeds + "/" + opened.path("id")).then().statusCode(204);
        RestAssured.get(address).then().statusCode(404);
        RestAssured.get(Office.AGENCIES + "calendars/guessed.ics").then().statusCode(404);
    }

    /** What the database keeps of feeds. */
    private String kept() throws SQLException {
        try (var connection = TestDatabase.superuser();
                var query = connection.createStatement();
                var rows = query.executeQuery("select coalesce((select json_agg(f)::text from calendar_feed f), '')"
                        + " || coalesce((select json_agg(i.body)::text from idempotency i), '')")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private String offered(RequestSpecification by, String from, String until) {
        return by.header("Idempotency-Key", Ids.next().toString())
                .body(swap(from, until))
                .post(Office.AGENCIES + office + "/swaps")
                .then()
                .statusCode(201)
                .body("state", equalTo("proposed"))
                .extract()
                .header("Location");
    }

    /** The next day's duty until 14:00 in return. */
    private String swap(String from, String until) {
        return """
            {"role": "reviewer", "contact": "%s", "partner": "%s", "give": {"from": "%s", "until": "%s"},
             "take": {"from": "2027-01-02T02:30:00+08:00", "until": "2027-01-02T14:00:00+08:00"}}\
            """.formatted(one, other, from, until);
    }

    private List<String> journal(String action) {
        try (var connection = TestDatabase.superuser();
                var query = connection.prepareStatement(
                        "select actor || ' ' || (detail::json ->> 'onBehalf') from journal where agency = ? and action"
                                + " = ?")) {
            query.setString(1, office);
            query.setString(2, action);
            var rows = query.executeQuery();
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void rotation(String zone, String starts, String more) {
        create("rotations", """
            {"role": "reviewer", "zone": "%s", "layers": [{"participants": ["%s", "%s"],
             "every": {"count": 1, "unit": "days"}, "handOff": "02:30", "starts": "%s"%s}]}\
            """, zone, one, other, starts, more);
    }

    private Response at(String instant) {
        return admin().urlEncodingEnabled(false).get(Office.AGENCIES + office + "/duty?at=" + instant);
    }

    private Response preview(String from, String to) {
        return admin().urlEncodingEnabled(false).get(Office.AGENCIES + office + "/duty?from=" + from + "&to=" + to);
    }

    private RequestSpecification admin() {
        return People.admin(office);
    }

    private void create(String what, String body, Object... values) {
        admin().header("Idempotency-Key", Ids.next().toString())
                .body(body.formatted(values))
                .post(Office.AGENCIES + office + "/" + what)
                .then()
                .statusCode(201);
    }

    private static List<String> texts(UUID... ids) {
        return List.of(ids).stream().map(UUID::toString).toList();
    }
}
