package org.tongbao.contacts.imports.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.fixture.Entries;
import org.tongbao.contacts.fixture.Office;
import org.tongbao.contacts.fixture.People;
import org.tongbao.contacts.fixture.Seed;
import org.tongbao.contacts.fixture.Sheets;
import org.tongbao.contracts.Ids;

/** Imports for a stated time: filed ahead or late, all of it or nothing. */
@QuarkusTest
class ImportTimesComponentTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String FAR = "2040-01-01T00:00:00+08:00";

    private String office = "";
    private String fresh = "";

    @BeforeEach
    void anOffice() {
        Seed.load();
        office = Office.create();
        fresh = office + "-N";
    }

    @Test
    void aReorganisationFiledAheadIsPendingAndTakesEffectWholeAtItsTime() {
        String gone = Office.create(office);
        Instant when = Instant.now().plusSeconds(5);
        String document = reorganisation(gone);

        var dryRun = send(document, "dryRun=true&effectiveFrom=" + when);
        var filed = send(document, "effectiveFrom=" + when);

        assertThat(dryRun.status()).as(dryRun.text()).isEqualTo(200);
        assertThat(dryRun.json().getInt("filed.pending")).isEqualTo(4);
        assertThat(dryRun.json().getString("filed.change")).isNull();
        assertThat(dryRun.json().<String>getList("changes.collect { it.what + ' ' + it.change }"))
                .contains("agency created", "agency changed", "contact created");
        assertThat(filed.status()).as(filed.text()).isEqualTo(200);
        assertThat(filed.json().getInt("filed.pending")).isEqualTo(4);
        People.admin("TPE").get(Office.AGENCIES + fresh).then().statusCode(404);
        assertThat(contacts(office)).isEmpty();
        assertThat(states("TPE", fresh)).containsOnly("pending").hasSize(2);
        People.admin("TPE")
                .queryParam("at", when.plusSeconds(1).toString())
                .get(Office.AGENCIES + fresh)
                .then()
                .statusCode(200);

        Awaitility.await().atMost(SOON).until(() -> contacts(office).size() == 1);
        assertThat(contacts(fresh)).hasSize(1);
        People.admin("TPE").get(Office.AGENCIES + gone).then().body("state", equalTo("dissolved"));
        assertThat(states("TPE", fresh)).containsOnly("in-force");
        try (var entries = Entries.contacts()) {
            assertThat(entries.await(fresh).contacts()).hasSize(1);
        }
        try (var entries = Entries.agencies()) {
            assertThat(entries.await(fresh).path()).containsExactly("ACS", "TPE", office, fresh);
        }
    }

    @Test
    void whatIsFiledAheadIsSeenByItsFilerAloneAndWithdrawnWhole() {
        var filed = send(reorganisation(Office.create(office)), "effectiveFrom=" + encoded(FAR));
        assertThat(filed.status()).as(filed.text()).isEqualTo(200);
        String line = lines("TPE", fresh).get(0);

        People.admin("HUA").get(Office.AGENCIES + fresh + "/changes").then().statusCode(404);
        People.admin("HUA")
                .delete(Office.AGENCIES + fresh + "/changes/" + line)
                .then()
                .statusCode(404);
        String ofOffice = lines(office, office).get(0);
        People.admin(office)
                .delete(Office.AGENCIES + office + "/changes/" + ofOffice)
                .then()
                .statusCode(403);
        People.admin("TPE")
                .delete(Office.AGENCIES + fresh + "/changes/" + line)
                .then()
                .statusCode(204);

        assertThat(states("TPE", fresh)).containsOnly("withdrawn");
        assertThat(states("TPE", office)).contains("withdrawn").doesNotContain("pending");
    }

    @Test
    void aSheetForAStatedTimeIsHeldAgainstTheDirectoryOfThatTime() {
        send(reorganisation(Office.create(office)), "effectiveFrom=" + encoded(FAR));
        String sheet = "agency,name,employment,roles,mail\n" + fresh + ",某丙,staff,press,c@office.example.test\n";

        var before = sheet(sheet, "2039-01-01T00:00:00+08:00");
        var after = sheet(sheet, "2041-01-01T00:00:00+08:00");

        assertThat(refusals(before)).containsExactly("line:2/column:1 unknown-agency");
        assertThat(after.status()).as(after.text()).isEqualTo(200);
        assertThat(after.json().getInt("filed.pending")).isEqualTo(1);
    }

    @Test
    void aLateImportNeedsAReasonAndGoesNeverBeforeWhatHoldsFromLater() {
        UUID known = Office.contact(office, "press");
        UUID fresh = Ids.next();
        String document = "{\"contacts\": [{\"agency\": \"%s\", \"id\": \"%s\", \"title\": \"科長\"}, %s]}"
                .formatted(office, known, contact(office, fresh));
        String late = "effectiveFrom=" + encoded("2026-01-01T00:00:00+08:00");

        var without = send(document, late);
        var with = send(document, late + "&reason=" + encoded("公文遲到"));

        assertThat(refusals(without)).containsExactly("query:reason reason-missing");
        assertThat(with.status()).as(with.text()).isEqualTo(200);
        assertThat(with.json().getInt("filed.inForce")).isEqualTo(1);
        assertThat(with.json().getInt("filed.superseded")).isEqualTo(1);
        contact(known).then().body("title", equalTo(null));
        contact(fresh).then().statusCode(200);
        People.admin(office)
                .queryParam("at", "2026-06-01T00:00:00+08:00")
                .get(Office.AGENCIES + office + "/contacts")
                .then()
                .body("items", hasSize(2))
                .body("items.find { it.id == '" + known + "' }.title", equalTo("科長"));
    }

    @Test
    void nothingIsFiledWhenOneEntryIsWrongOrOneThatIsPendingCouldNotTakeEffect() {
        String other = Office.create();
        String below = "{\"agencies\": [{\"code\": \"%s\", \"parent\": \"%s\"}, {\"code\": \"%s\", \"name\": \"新名\"}]}";
        String bystander = Office.create();

        var first = send(below.formatted(office, other, bystander), "effectiveFrom=" + encoded(FAR));
        var cycle = send(
                below.formatted(other, office, bystander), "effectiveFrom=" + encoded("2039-01-01T00:00:00+08:00"));
        var outside = Sheets.send(
                office,
                Seed.IMPORT + "?effectiveFrom=" + encoded(FAR),
                "application/json",
                "{\"contacts\": [%s, %s]}"
                        .formatted(contact(office, Ids.next()), contact(other, Ids.next()))
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(refusals(cycle)).containsExactly("/agencies/0 breaks-what-is-pending");
        assertThat(outside.status()).isEqualTo(403);
        assertThat(refusals(outside)).containsExactly("/contacts/1/agency outside-scope");
        assertThat(states("TPE", bystander)).containsExactly("pending", "in-force");
        assertThat(states("TPE", office)).containsExactly("pending", "in-force");
    }

    @Test
    void whatARuleSpeaksAgainstAtItsTimeIsRefusedWhole() {
        String moving = Office.create(office);
        String to = Office.create();
        Instant when = Instant.now().plusSeconds(5);
        var filed = Sheets.send(
                office,
                Seed.IMPORT + "?effectiveFrom=" + when,
                "application/json",
                "{\"contacts\": [%s, %s]}"
                        .formatted(contact(office, Ids.next()), contact(moving, Ids.next()))
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(filed.status()).as(filed.text()).isEqualTo(200);

        // Whoever filed it stands above one of the two no more.
        People.admin("TPE")
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "\"v1\"")
                .body("{\"parent\": \"" + to + "\"}")
                .patch(Office.AGENCIES + moving)
                .then()
                .statusCode(200);

        Awaitility.await()
                .atMost(SOON)
                .until(() -> states("TPE", moving).contains("refused")
                        && states("TPE", office).contains("refused"));
        assertThat(contacts(office)).isEmpty();
        assertThat(contacts(moving)).isEmpty();
    }

    @Test
    void moreThanTakesEffectAtOnceIsRefused() {
        String row = office + ",某%d,staff,press,a@office.example.test\n";
        var sheet = new StringBuilder("agency,name,employment,roles,mail\n");
        for (int i = 0; i <= 1_000; i++) {
            sheet.append(row.formatted(i));
        }

        var answer = sheet(sheet.toString(), FAR);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(refusals(answer)).containsExactly("query:effectiveFrom too-long");
        assertThat(sheet(row.formatted(0), "tomorrow").status()).isEqualTo(400);
        assertThat(contacts(office)).isEmpty();
    }

    // ---- words

    /** One agency is dissolved, another one is new; people are in the new one and in the one above. */
    private String reorganisation(String gone) {
        return """
            {"agencies": [{"code": "%s", "state": "dissolved"},
              {"code": "%s", "name": "新處", "kind": "bureau", "procedure": "s2-taipei-113", "parent": "%s"}],
             "contacts": [%s, %s]}\
            """.formatted(gone, fresh, office, contact(fresh, Ids.next()), contact(office, Ids.next()));
    }

    private static String contact(String agency, UUID id) {
        return "{\"agency\": \"%s\", \"id\": \"%s\", ".formatted(agency, id)
                + Office.contactBody("press").substring(1);
    }

    private static Sheets.Answer send(String document, String query) {
        return Sheets.send(
                "TPE", Seed.IMPORT + "?" + query, "application/json", document.getBytes(StandardCharsets.UTF_8));
    }

    private static Sheets.Answer sheet(String text, String when) {
        return Sheets.sheet("TPE", "contacts.csv?effectiveFrom=" + encoded(when), text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> refusals(Sheets.Answer answer) {
        return answer.json().getList("violations.collect { it.pointer + ' ' + it.reason }");
    }

    private io.restassured.response.Response contact(UUID id) {
        return People.admin(office).get(Office.AGENCIES + office + "/contacts/" + id);
    }

    private static List<Object> contacts(String agency) {
        return People.admin("TPE")
                .get(Office.AGENCIES + agency + "/contacts")
                .then()
                .extract()
                .path("items");
    }

    private static List<String> states(String as, String agency) {
        return changes(as, agency, "state");
    }

    private static List<String> lines(String as, String agency) {
        return changes(as, agency, "id");
    }

    private static List<String> changes(String as, String agency, String field) {
        return People.admin(as)
                .get(Office.AGENCIES + agency + "/changes")
                .then()
                .statusCode(200)
                .extract()
                .path("items." + field);
    }
}
