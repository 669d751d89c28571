package org.tongbao.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.fixture.Office;
import org.tongbao.contacts.fixture.People;
import org.tongbao.contacts.fixture.Seed;
import org.tongbao.contracts.Ids;

/** Input → status, problem, pointers; after each the directory is as it was, and a good request goes through. */
@QuarkusTest
class BadInputComponentTest {
    private static final String CONTACT = """
        {"name": "某甲（測試）", "employment": "dedicated", "roles": ["press"],
         "channels": [{"type": "mail", "value": "a@office.example.test"}]}\
        """;
    private static final String INVALID = "invalid-directory-entry";

    private String office = "";

    @BeforeEach
    void anOffice() {
        Seed.load();
        office = Office.create();
    }

    /** What is sent and what comes back; pointers in order, each with its reason. */
    record Case(String name, String endpoint, String body, int status, String slug, List<String> violations) {}

    @Test
    void eachIsRefusedWholeAndNamesEveryFault() {
        UUID contact = Office.contact(office, "press");
        List<Case> cases = List.of(
                bad("no JSON", "contacts", "{\"name\": ", " malformed-json"),
                bad("no object", "contacts", "[]", " wrong-type"),
                bad(
                        "everything missing",
                        "contacts",
                        "{}",
                        "/channels missing",
                        "/employment missing",
                        "/name missing",
                        "/roles missing"),
                bad("unknown field", "contacts", with("\"employmnt\": \"staff\","), "/employmnt unknown-field"),
                bad("wrong type", "contacts", with("\"title\": 7,"), "/title wrong-type"),
                bad("line break in a name", "contacts", CONTACT.replace("某甲", "某\\n甲"), "/name wrong-format"),
                bad("direction mark in a name", "contacts", CONTACT.replace("某甲", "某\\u202e甲"), "/name wrong-format"),
                bad("unknown role", "contacts", CONTACT.replace("press", "boss"), "/roles/0 unknown-value"),
                bad(
                        "no channel",
                        "contacts",
                        CONTACT.replace("{\"type\": \"mail\", \"value\": \"a@office.example.test\"}", ""),
                        "/channels too-short"),
                bad(
                        "several at once",
                        "contacts",
                        """
                        {"name": "", "employment": "boss", "language": "de", "roles": [],
                         "channels": [{"type": "mail", "value": "<a@b.tw>"}, {"type": "phone", "value": "110"},
                                      {"type": "fax", "value": "1"}]}\
                        """,
                        "/channels/0/value wrong-mail-address",
                        "/channels/1/value wrong-phone-number",
                        "/channels/2/type unknown-value",
                        "/employment unknown-value",
                        "/language unknown-value",
                        "/name too-short",
                        "/name wrong-format"),
                bad(
                        "CR LF in an address",
                        "contacts",
                        mail("a@b.tw\\r\\nRCPT TO:<z@z.tw>"),
                        "/channels/0/value wrong-mail-address"),
                bad("NUL in an address", "contacts", mail("a@b.tw\\u0000"), "/channels/0/value wrong-mail-address"),
                bad("a name with an address", "contacts", mail("A <a@b.tw>"), "/channels/0/value wrong-mail-address"),
                bad(
                        "same channel twice",
                        "contacts",
                        CONTACT.replace(
                                "[{\"type\"", "[{\"type\": \"mail\", \"value\": \"a@office.example.test\"}, {\"type\""),
                        "/channels/1 named-twice"),
                bad(
                        "late without a reason",
                        "contacts",
                        with("\"effectiveFrom\": \"2020-01-01T00:00:00+08:00\","),
                        "/reason reason-missing"),
                bad(
                        "a time that is none",
                        "contacts",
                        with("\"effectiveFrom\": \"soon\", \"reason\": \"\\n\","),
                        "/effectiveFrom wrong-format",
                        "/reason wrong-format"),
                bad(
                        "no certificate",
                        "contacts",
                        with("\"certificate\": {\"value\": \"x\"},"),
                        "/certificate/value wrong-certificate"),
                bad("own id on POST", "contacts", with("\"id\": \"" + Ids.next() + "\","), "/id wrong-id"),
                bad(
                        "strangers as deputies",
                        "deputies",
                        """
                        {"contact": "%s", "deputies": ["%s", "01a1f600-0000-7000-8000-0000000000c1"],
                         "from": "2026-01-02T00:00:00+08:00", "until": "2026-01-01T00:00:00+08:00"}\
                        """.formatted(contact, contact),
                        "/deputies/0 own-deputy",
                        "/deputies/1 unknown-contact",
                        "/until ends-before-it-starts"),
                bad(
                        "times without offset",
                        "absences",
                        "{\"contact\": \"%s\", \"from\": \"2026-01-01T00:00:00\", \"until\": \"soon\"}"
                                .formatted(contact),
                        "/from wrong-format",
                        "/until wrong-format"),
                bad(
                        "a role the contact does not have",
                        "roster",
                        """
                        {"role": "ciso", "contact": "%s", "from": "2026-01-01T00:00:00Z", "until": "2026-01-01T00:00:00+08:00"}\
                        """.formatted(contact),
                        "/role role-not-held",
                        "/until ends-before-it-starts"),
                bad(
                        "a rotation of the wrong shape",
                        "rotations",
                        """
                        {"role": "press", "zone": "Asia/Taibei", "layers": [{"participants": [], "handOff": "25:00",
                         "every": {"count": 0, "unit": "moons"}, "starts": "2026-02-30", "length": 1}]}\
                        """,
                        "/layers/0/every/count out-of-range",
                        "/layers/0/every/unit unknown-value",
                        "/layers/0/handOff wrong-format",
                        "/layers/0/length unknown-field",
                        "/layers/0/participants too-short",
                        "/layers/0/starts wrong-format",
                        "/zone unknown-zone"),
                bad(
                        "a roster that overlaps itself",
                        "rotations",
                        """
                        {"role": "press", "zone": "Asia/Taipei", "layers": [
                         {"participants": ["%s"], "every": {"count": 1, "unit": "weeks"}, "handOff": "08:00", "starts": "2026-01-05"},
                         {"participants": ["%s", "01a1f600-0000-7000-8000-0000000000c1"],
                          "every": {"count": 1, "unit": "days"}, "handOff": "08:00", "starts": "2026-01-05", "until": "2026-01-05",
                          "windows": [{"days": ["sun"], "from": "22:00", "until": "06:00"},
                                      {"days": ["mon", "tue"], "from": "06:00", "until": "18:00"},
                                      {"days": ["mon"], "from": "05:30", "until": "06:00"}]}]}\
                        """.formatted(contact, contact),
                        "/layers/1/participants/1 unknown-contact",
                        "/layers/1/until ends-before-it-starts",
                        "/layers/1/windows/2 overlaps-itself"),
                bad(
                        "an override by a stranger, which never starts",
                        "overrides",
                        """
                        {"role": "press", "contact": "01a1f600-0000-7000-8000-0000000000c1",
                         "from": "2026-01-01T00:00:00Z", "until": "2026-01-01T08:00:00+08:00"}\
                        """,
                        "/contact unknown-contact",
                        "/until ends-before-it-starts"),
                bad(
                        "an override by somebody without the role",
                        "overrides",
                        """
                        {"role": "ciso", "contact": "%s", "from": "2026-01-01T00:00:00Z", "until": "2026-01-02T00:00:00Z"}\
                        """.formatted(contact),
                        "/contact role-not-held"),
                bad(
                        "a swap of what nobody has, with oneself",
                        "swaps",
                        """
                        {"role": "press", "contact": "%s", "partner": "%s",
                         "give": {"from": "2026-01-01T00:00:00Z", "until": "2026-01-02T00:00:00Z"},
                         "take": {"from": "2026-01-02T00:00:00Z", "until": "2026-01-02T00:00:00Z"}}\
                        """.formatted(contact, contact),
                        "/give not-on-duty",
                        "/partner own-deputy",
                        "/take/until ends-before-it-starts"),
                bad(
                        "a swap of thousands of years, with a stranger",
                        "swaps",
                        """
                        {"role": "press", "contact": "%s", "partner": "01a1f600-0000-7000-8000-0000000000c1",
                         "give": {"from": "2026-01-01T00:00:00Z", "until": "9999-01-02T00:00:00Z"}}\
                        """.formatted(contact),
                        "/give/until too-long",
                        "/partner unknown-contact"),
                bad(
                        "a calendar of a stranger",
                        "calendar-feeds",
                        "{\"contact\": \"01a1f600-0000-7000-8000-0000000000c1\"}",
                        "/contact unknown-contact"),
                bad(
                        "an account of a stranger, with a line break",
                        "accounts",
                        "{\"contact\": \"01a1f600-0000-7000-8000-0000000000c1\", \"subject\": \"a\\nb\"}",
                        "/subject wrong-format"),
                bad("a holiday twice", "holidays", """
                    {"name": "2027", "days": [{"date": "2027-01-01", "name": "元旦"}, {"date": "2027-01-01", "name": "開國紀念日"}]}\
                    """, "/days/1" + " named-twice"),
                bad(
                        "an id that is none",
                        "roster",
                        "{\"role\": \"ciso\", \"contact\": 1, \"from\": 2, \"until\": 3}",
                        "/contact wrong-type",
                        "/from wrong-type",
                        "/until wrong-type"));

        cases.forEach(this::check);
    }

    private void check(Case one) {
        long before = people();

        Response answer = post(one.endpoint(), one.body());

        answer.then()
                .statusCode(one.status())
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tongbao:problem:" + one.slug()))
                .body("instance", containsString(office));
        List<String> pointers = answer.path("violations.pointer");
        List<String> reasons = answer.path("violations.reason");
        assertThat(java.util.stream.IntStream.range(0, pointers.size())
                        .mapToObj(it -> pointers.get(it) + " " + reasons.get(it)))
                .as(one.name())
                .containsExactlyElementsOf(one.violations());
        assertThat(answer.asString()).doesNotContain("Exception", "org.tongbao");
        assertThat(people()).as(one.name()).isEqualTo(before);
        post("contacts", CONTACT).then().statusCode(201);
    }

    @Test
    void anAgencyNamesAllItsFaultsAtOnce() {
        String code = Office.newCode();
        People.admin("ACS")
                .body("""
                    {"code": "OTHER", "name": "局", "kind": "burau", "procedure": "s9", "zone": "Asia/Taibei",
                     "languages": [], "relations": {"superiour": "TPE"}, "path": 1}\
                    """)
                .put(Office.AGENCIES + code)
                .then()
                .statusCode(400)
                .body(
                        "violations.collect { it.pointer + ' ' + it.reason }",
                        equalTo(List.of(
                                "/code wrong-id",
                                "/kind unknown-value",
                                "/languages too-short",
                                "/relations/superiour unknown-field",
                                "/zone unknown-zone")))
                .body("violations[3].detail", containsString("superior"));
        People.admin("ACS")
                .header("Accept-Language", "en")
                .body("""
                    {"name": "局", "kind": "bureau", "procedure": "s9", "parent": "NOWHERE",
                     "relations": {"superior": "NOBODY", "reviewers": ["ACS", "ACS"]}}\
                    """)
                .put(Office.AGENCIES + code)
                .then()
                .statusCode(400)
                .header("Content-Language", "en")
                .body(
                        "violations.collect { it.pointer + ' ' + it.reason }",
                        equalTo(List.of(
                                "/parent unknown-agency",
                                "/procedure unknown-procedure",
                                "/relations/reviewers/1 named-twice",
                                "/relations/superior unknown-agency")));
        People.admin("ACS")
                .body(Office.body("TPE"))
                .put(Office.AGENCIES + "lower-case")
                .then()
                .statusCode(400);
        People.admin("ACS")
                .body(Office.body("TPE"))
                .put(Office.AGENCIES + code)
                .then()
                .statusCode(201);
    }

    @Test
    void anImportNamesTheFaultsOfAllItsParts() {
        People.admin("ACS")
                .body("""
                    {"agencies": [{"code": "TPE"}, {"code": "x"}],
                     "contacts": [{"agency": "TPE", "id": "no"}],
                     "shift": []}\
                    """)
                .post(Seed.IMPORT)
                .then()
                .statusCode(400)
                .body("violations.pointer", org.hamcrest.Matchers.hasItem("/shift"));
        People.admin("ACS")
                .body("""
                    {"agencies": [{"code": "TPE-NEW"}, {"code": "x", "name": "局", "kind": "bureau", "procedure": "s2"}],
                     "contacts": [{"agency": "TPE", "id": "01a1f600-0000-4000-8000-0000000000c1", "name": "a",
                       "employment": "staff", "roles": [], "channels": [{"type": "mail", "value": "x"}]}],
                     "shifts": [{"agency": "TPE", "role": "boss"}]}\
                    """)
                .post(Seed.IMPORT)
                .then()
                .statusCode(400)
                .body(
                        "violations.pointer",
                        org.hamcrest.Matchers.hasItems(
                                "/agencies/0/name",
                                "/agencies/0/kind",
                                "/agencies/0/procedure",
                                "/agencies/1/code",
                                "/contacts/0/id",
                                "/contacts/0/channels/0/value",
                                "/shifts/0/role",
                                "/shifts/0/contact"));
        People.admin("ACS").body("{}").post(Seed.IMPORT).then().statusCode(200);
    }

    @Test
    void aBodyOverTheLimitAndAWrongTypeAreProblemsToo() {
        People.admin(office)
                .body("{\"name\": \"" + "x".repeat(300_000) + "\"}")
                .post(Office.AGENCIES + office + "/contacts")
                .then()
                .statusCode(413);
        People.admin(office)
                .contentType("text/plain")
                .body("x")
                .post(Office.AGENCIES + office + "/contacts")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        People.admin(office)
                .get(Office.AGENCIES + office + "/contacts?limit=0")
                .then()
                .statusCode(400);
        People.admin(office)
                .get(Office.AGENCIES + office + "/contacts?cursor=%21")
                .then()
                .statusCode(400);
        People.admin(office)
                .get(Office.AGENCIES + office + "/duty?at=yesterday")
                .then()
                .statusCode(400);
        People.admin(office)
                .get(Office.AGENCIES + office + "/duty?at=%2B999999999-01-01T00:00:00Z")
                .then()
                .statusCode(400);
        People.admin(office)
                .get(Office.AGENCIES + office
                        + "/duty?at=2026-01-01T00:00:00Z&from=2026-01-01T00:00:00Z&to=2028-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body(
                        "violations.collect { it.pointer + ' ' + it.reason }",
                        equalTo(List.of("query:at contradicts", "query:to too-long")));
        People.admin(office).get(Office.AGENCIES + "?updatedSince=2026").then().statusCode(400);
        People.admin(office)
                .get(Office.AGENCIES + office + "/contacts/no-id")
                .then()
                .statusCode(404);
        People.admin(office).get(Office.AGENCIES + "no-code/contacts").then().statusCode(404);
        post("contacts", CONTACT).then().statusCode(201);
    }

    private static Case bad(String name, String endpoint, String body, String... violations) {
        return new Case(name, endpoint, body, 400, INVALID, List.of(violations));
    }

    private static String with(String field) {
        return "{" + field + CONTACT.substring(1);
    }

    private static String mail(String value) {
        return CONTACT.replace("a@office.example.test", value);
    }

    private Response post(String endpoint, String body) {
        return People.admin(office)
                .header("Idempotency-Key", Ids.next().toString())
                .body(body)
                .post(Office.AGENCIES + office + "/" + endpoint);
    }

    private long people() {
        return List.of(
                        "contacts",
                        "deputies",
                        "absences",
                        "roster",
                        "rotations",
                        "overrides",
                        "holidays",
                        "accounts",
                        "swaps")
                .stream()
                .mapToLong(it -> People.admin(office)
                        .get(Office.AGENCIES + office + "/" + it + "?limit=200")
                        .<List<?>>path("items")
                        .size())
                .sum();
    }
}
