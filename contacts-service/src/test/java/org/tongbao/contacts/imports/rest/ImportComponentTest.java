package org.tongbao.contacts.imports.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.fixture.Entries;
import org.tongbao.contacts.fixture.Office;
import org.tongbao.contacts.fixture.People;
import org.tongbao.contacts.fixture.Seed;
import org.tongbao.contacts.fixture.Sheets;
import org.tongbao.contracts.Ids;

/** Files in, and files out again. */
@QuarkusTest
class ImportComponentTest {
    private static final String JSON = "application/json";
    private static final String EXPORT = "/api/v1/agencies/export";

    private String office = "";

    @BeforeEach
    void anOffice() {
        Seed.load();
        office = Office.create();
    }

    private Sheets.Answer contacts(String rows) {
        return Sheets.sheet("TPE", "contacts.csv", "agency,name,title,employment,roles,mail,mobile,order\n" + rows);
    }

    private Sheets.Answer document(String document) {
        return Sheets.send("TPE", Seed.IMPORT, JSON, document.getBytes(StandardCharsets.UTF_8));
    }

    private List<Map<String, Object>> people() {
        return People.admin(office)
                .get(Office.AGENCIES + office + "/contacts")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static List<String> refusals(Sheets.Answer answer) {
        return answer.json().getList("violations.collect { it.pointer + ' ' + it.reason }");
    }

    @Test
    void agenciesContactsAndShiftsComeFromSheetsInBig5WithChineseHeadersAndNames() {
        String code = Office.newCode();
        String agencies = "機關代碼,機關名稱,英文名稱,機關類別,作業程序,隸屬機關,責任等級,監督機關,審核機關\r\n" + code
                + ",臺北市某處,Some Office,bureau,s2-taipei-113,TPE,B,TPE,TPE-DOIT；ACS\r\n";
        String contacts = "機關代碼,姓名,職稱,進用方式,角色,電子郵件,行動電話,聯絡順序\r\n" + code
                + ",許功蓋,技士,staff,reviewer、press,\"a@office.example.test\n"
                + "b@office.example.test\",+886 900 000 101,mail mobile mail\r\n";
        String shifts = "機關代碼,角色,聯絡人,開始,結束\r\n" + code + ",reviewer,許功蓋,2026/1/2 8:00,2030-01-02 20:00\r\n";

        for (var sheet : List.of(
                Map.entry("agencies.csv", agencies),
                Map.entry("contacts.csv", contacts),
                Map.entry("shifts.csv", shifts))) {
            var answer = Sheets.send(
                    "TPE",
                    Seed.IMPORT + "/" + sheet.getKey(),
                    "text/csv",
                    sheet.getValue().getBytes(Charset.forName("x-windows-950")));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }

        People.admin(code)
                .get(Office.AGENCIES + code)
                .then()
                .body("name", equalTo("臺北市某處"))
                .body("relations.reviewers", equalTo(List.of("TPE-DOIT", "ACS")));
        People.admin(code)
                .get(Office.AGENCIES + code + "/contacts")
                .then()
                .body("items[0].name", equalTo("許功蓋"))
                .body("items[0].channels.type", equalTo(List.of("mail", "mobile", "mail")))
                .body("items[0].channels[1].value", equalTo("+886-900-000-101"));
        try (var entries = Entries.contacts()) {
            assertThat(entries.await(code, it -> !it.duty().isEmpty()).duty())
                    .anySatisfy(it -> assertThat(it.role()).isEqualTo("reviewer"));
        }
        try (var entries = Entries.agencies()) {
            assertThat(entries.await(code).path()).containsExactly("ACS", "TPE", code);
        }
    }

    @Test
    void aDryRunListsEveryChangeFieldByFieldAndEveryRefusalByLineAndStoresNothing() {
        contacts(office + ",某甲,技士,staff,press,a@office.example.test,,\n");
        var before = people();

        var answer = Sheets.tryOut(
                "TPE",
                "contacts.csv",
                "agency,name,title,employment,roles,mail\n"
                        + office + ",某甲,科長,,,\n"
                        + office + ",某乙,,staff,press,b@office.example.test\n"
                        + office + ",某丙,,boss,press,no address\n"
                        + "NOWHERE,某丁,,staff,press,d@office.example.test\n");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var json = answer.json();
        assertThat(json.getBoolean("dryRun")).isTrue();
        assertThat(json.getInt("people.created")).isEqualTo(1);
        assertThat(json.getInt("people.changed")).isEqualTo(1);
        assertThat(json.<String>getList("changes.collect { it.place + ' ' + it.what + ' ' + it.change }"))
                .containsExactly("line:2 contact changed", "line:3 contact created");
        assertThat(json.getList("changes[0].fields"))
                .isEqualTo(List.of(Map.of("field", "title", "before", "技士", "after", "科長")));
        assertThat(json.<String>getList("refusals.collect { it.pointer + ' ' + it.reason }"))
                .containsExactly(
                        "line:4/column:4 unknown-value",
                        "line:4/column:6 wrong-mail-address",
                        "line:5/column:1 unknown-agency");
        assertThat(json.getInt("refusalCount")).isEqualTo(3);
        assertThat(people()).isEqualTo(before);
    }

    @Test
    void whatAnImportLeavesBlankStaysAsItIs() {
        contacts(office + ",某甲,技士,dedicated,press,a@office.example.test,+886900000101,mobile mail\n");
        UUID id = UUID.fromString(people().get(0).get("id").toString());
        String agency = People.admin(office).get(Office.AGENCIES + office).asString();

        var sheet = contacts(office + ",某甲,,,,new@office.example.test,,\n");
        var document = document("""
            {"agencies": [{"code": "%s", "nameEnglish": "New Name", "relations": {"sectorAuthority": "ACS"}}],
             "contacts": [{"agency": "%s", "id": "%s", "title": "科長"}]}\
            """.formatted(office, office, id));

        assertThat(sheet.status()).as(sheet.text()).isEqualTo(200);
        assertThat(document.status()).as(document.text()).isEqualTo(200);
        People.admin(office)
                .get(Office.AGENCIES + office + "/contacts/" + id)
                .then()
                .body("title", equalTo("科長"))
                .body("employment", equalTo("dedicated"))
                .body("roles", equalTo(List.of("press")))
                .body("channels.type", equalTo(List.of("mobile", "mail")))
                .body("channels[1].value", equalTo("new@office.example.test"));
        var before = JsonPath.from(agency);
        People.admin(office)
                .get(Office.AGENCIES + office)
                .then()
                .body("name", equalTo(before.getString("name")))
                .body("nameEnglish", equalTo("New Name"))
                .body("relations.superior", equalTo("TPE"))
                .body("relations.sectorAuthority", equalTo("ACS"))
                .body("relations.reviewers", equalTo(before.getList("relations.reviewers")));
    }

    @Test
    void aFaultOfAnAgencyHidesNoneOfItsPeopleAndTheOtherWayRound() {
        var answer = document("""
            {"agencies": [
               {"code": "%1$s-A", "name": "甲", "kind": "bureau", "procedure": "s2-taipei-113", "parent": "%1$s-B"},
               {"code": "%1$s-B", "name": "乙", "kind": "bureau", "procedure": "s9", "parent": "%1$s-A"},
               {"code": "%1$s-C", "kind": "burau", "parent": "TPE"}],
             "contacts": [
               {"agency": "%1$s", "id": "%2$s", "name": "a", "employment": "staff", "roles": ["press"]},
               {"agency": "%1$s-C", "id": "%3$s", "name": "b", "employment": "staff", "roles": [],
                "channels": [{"type": "mail", "value": "b@c.tw\\r\\nRCPT TO:<x@y.tw>"}]},
               {"agency": "%1$s-C", "id": "%4$s", "name": "c", "employment": "staff", "roles": [],
                "channels": [{"type": "mail", "value": "c@c.tw"}]}],
             "shifts": [
               {"agency": "%1$s-C", "role": "ciso", "contact": "%3$s", "from": "2026-01-02T00:00:00Z",
                "until": "2026-01-01T00:00:00Z"},
               {"agency": "%1$s", "role": "ciso", "contact": "%5$s", "from": "2026-01-01T00:00:00Z",
                "until": "2026-01-02T00:00:00Z"}]}\
            """.formatted(office, Ids.next(), Ids.next(), Ids.next(), Ids.next()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(refusals(answer))
                .containsExactly(
                        "/agencies/0/parent cycle",
                        "/agencies/1/parent cycle",
                        "/agencies/1/procedure unknown-procedure",
                        "/agencies/2/kind unknown-value",
                        "/contacts/0/channels missing",
                        "/contacts/1/channels/0/value wrong-mail-address",
                        "/shifts/0/until ends-before-it-starts",
                        "/shifts/1/contact unknown-contact");
        assertThat(people()).isEmpty();
        People.admin("ACS").get(Office.AGENCIES + office + "-C").then().statusCode(404);
    }

    @Test
    void everythingThatIsWrongWithASheetIsNamedByLineAndColumnAndNothingOfItIsStored() {
        String good = office + ",某甲,,staff,press,a@office.example.test,,\n";

        var many = contacts(good
                + office + ",=HYPERLINK(\"x\"),,staff,press,b@office.example.test,,\n"
                + office + ",某丙,,staff,press,,,\n"
                + office + ",某丁,,staff,press,d@office.example.test,110,fax,extra\n"
                + office + ",某甲,,staff,press,a2@office.example.test,,\n"
                + "lower,某戊,,staff,boss,e@office.example.test,,\n"
                + ",某己,,staff,press,f@office.example.test,,\n"
                + "\"" + office + ",某庚\n");
        assertThat(many.status()).isEqualTo(400);
        assertThat(refusals(many))
                .containsExactly(
                        "line:3/column:2 formula",
                        "line:4/column:6 missing",
                        "line:5/column:7 wrong-phone-number",
                        "line:5/column:8 unknown-value",
                        "line:5/column:9 too-many-cells",
                        "line:6 named-twice",
                        "line:7/column:1 wrong-format",
                        "line:7/column:5 unknown-value",
                        "line:8/column:1 missing",
                        "line:9 broken-line");

        var header = Sheets.sheet("TPE", "contacts.csv", "agency,nome,name,name\n" + office + ",x,某甲,某乙\n");
        assertThat(refusals(header)).contains("line:1/column:2 unknown-field", "line:1/column:4 named-twice");

        var encoding = Sheets.send(
                "TPE", Seed.IMPORT + "/contacts.csv", "text/csv", new byte[] {'a', '\n', (byte) 0xff, (byte) 0xff});
        assertThat(refusals(encoding)).containsExactly("line:2 wrong-encoding");
        assertThat(Sheets.sheet("TPE", "contacts.csv", "").status()).isEqualTo(400);
        assertThat(Sheets.sheet("TPE", "people.csv", "name\n").status()).isEqualTo(404);
        assertThat(people()).isEmpty();
        assertThat(contacts(good).status()).isEqualTo(200);
    }

    @Test
    void moreThan100000RowsOrMoreThan32MebibytesAreRefused() {
        String row = office + ",某甲,,staff,press,a@office.example.test,,\n";

        var rows = contacts(row.repeat(100_001));
        assertThat(rows.status()).isEqualTo(400);
        assertThat(refusals(rows)).hasSize(1_000).contains("line:3 named-twice");
        assertThat(rows.json().getString("detail")).startsWith("100000 to correct");

        byte[] large = new byte[33 * 1024 * 1024];
        Arrays.fill(large, (byte) ' ');
        assertThat(Sheets.send("TPE", Seed.IMPORT, JSON, large).status()).isEqualTo(413);
        assertThat(Sheets.stream("TPE", Seed.IMPORT, JSON, large).status()).isEqualTo(413);
        assertThat(people()).isEmpty();
        assertThat(contacts(row).status()).isEqualTo(200);
    }

    @Test
    void theWiderDoorIsTheImportsAloneWhetherTheLengthIsAnnouncedOrNot() {
        byte[] large = ("{\"name\": \"" + "x".repeat(300_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        String endpoint = Office.AGENCIES + office + "/contacts";

        assertThat(Sheets.send(office, endpoint, JSON, large).status()).isEqualTo(413);
        assertThat(Sheets.stream(office, endpoint, JSON, large).status()).isEqualTo(413);
        byte[] padded = ("{" + " ".repeat(300_000) + "}").getBytes(StandardCharsets.UTF_8);
        assertThat(Sheets.stream(office, Seed.IMPORT, JSON, padded).status()).isEqualTo(200);
    }

    @Test
    void anIdOfAnotherAgencyIsRefusedWholeAndNothingIsToldOfIt() {
        String other = Office.create("ACS");
        UUID taken = Office.contact(other, "press");
        String document = """
            {"contacts": [
              {"agency": "%1$s", "id": "%2$s", "name": "a", "employment": "staff", "roles": [],
               "channels": [{"type": "mail", "value": "a@c.tw"}]},
              {"agency": "%1$s", "id": "%3$s", "name": "b", "employment": "staff", "roles": [],
               "channels": [{"type": "mail", "value": "b@c.tw"}]}]}\
            """.formatted(office, Ids.next(), taken);

        var answer = document(document);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(refusals(answer)).containsExactly("/contacts/1/id wrong-id");
        assertThat(people()).isEmpty();
        var outside = Sheets.send(
                office, Seed.IMPORT, JSON, document.replace(office, other).getBytes(StandardCharsets.UTF_8));
        assertThat(outside.status()).isEqualTo(403);
        assertThat(refusals(outside))
                .containsExactly("/contacts/0/agency outside-scope", "/contacts/1/agency outside-scope");
    }

    @Test
    void whatWasExportedAndIsSentBackChangesNothing() {
        assertThat(contacts(office
                                + ",'=1+1 \"甲\"; 乙 ,'-x,staff,press,\"a@office.example.test\nb@office.example.test\","
                                + "+886-900-000-101,mobile mail\n"
                                + office + ",'@SUM(A1),,outsourced,press,c@office.example.test,,\n")
                        .status())
                .isEqualTo(200);
        UUID id = UUID.fromString(people().get(0).get("id").toString());
        assertThat(Sheets.sheet(
                                "TPE",
                                "shifts.csv",
                                "agency,role,contact,from,until\n" + office + ",press," + id
                                        + ",2026-01-01T00:00:00.123456Z,2026-02-01T00:00:00+08:00\n")
                        .status())
                .isEqualTo(200);

        assertThat(seatsAndCertificate("某丙", Sheets.pem("somebody")).status()).isEqualTo(200);

        for (String endpoint : List.of("rotations", "overrides")) {
            String what = endpoint.equals("rotations")
                    ? "\"zone\": \"Asia/Taipei\", \"layers\": [{\"participants\": [\"%s\"], \"every\": {\"count\": 1,"
                            + " \"unit\": \"days\"}, \"handOff\": \"08:00\", \"starts\": \"2026-01-01\"}]"
                    : "\"contact\": \"%s\", \"from\": \"2026-03-01T00:00:00Z\", \"until\": \"2026-03-02T00:00:00Z\"";
            People.admin(office)
                    .header("Idempotency-Key", endpoint)
                    .body("{\"role\": \"press\", " + what.formatted(id) + "}")
                    .post(Office.AGENCIES + office + "/" + endpoint)
                    .then()
                    .statusCode(201);
        }

        for (String file : List.of("agencies.csv", "contacts.csv", "shifts.csv", "")) {
            String path = file.isEmpty() ? "" : "/" + file;
            var exported = Sheets.fetch("TPE", "directory-admin", EXPORT + path);
            assertThat(exported.status()).isEqualTo(200);
            assertThat(exported.text()).contains(office);

            var again = Sheets.send(
                    "TPE",
                    Seed.IMPORT + path + "?dryRun=true",
                    file.isEmpty() ? JSON : "text/csv",
                    exported.text().getBytes(StandardCharsets.UTF_8));

            assertThat(again.status()).as(again.text()).isEqualTo(200);
            assertThat(again.json().getInt("changeCount")).as(again.text()).isZero();
            assertThat(again.json().getInt("refusalCount")).as(again.text()).isZero();
        }
        String sheet =
                Sheets.fetch("TPE", "directory-admin", EXPORT + "/contacts.csv").text();
        assertThat(sheet)
                .startsWith("\uFEFFagency,id,name")
                .contains("\"'=1+1 \"\"甲\"\"; 乙 \"", "'-x", "'@SUM(A1)", "'+886-900-000-101")
                .contains(",\"'-----BEGIN CERTIFICATE-----\n");
        assertThat(sheet).doesNotContain(",=", ",+", ",-", ",@", "\n=", "\n+");
    }

    @Test
    void sectorsOidStateSeatsAndCertificateHaveColumnsInEitherLanguageAndABlankOneKeepsThem() {
        String oid = "2.16.886.101." + System.nanoTime();
        var agencies = Sheets.sheet(
                "TPE", "agencies.csv", "機關代碼,關鍵基礎設施領域,機關物件識別碼,狀態\n" + office + ",energy；water," + oid + ",active\n");
        var contacts = seatsAndCertificate("某甲", Sheets.pem("somebody"));

        var blank = Sheets.sheet("TPE", "agencies.csv", "code,name,sectors,oid,state\n" + office + ",新名,,,\n");
        var blankToo = Sheets.sheet(
                "TPE", "contacts.csv", "agency,name,title,teamRoles,certificate\n" + office + ",某甲,科長,,\n");
        var carriageReturns = seatsAndCertificate("某甲", Sheets.pem("somebody").replace("\n", "\r\n"));

        for (var answer : List.of(agencies, contacts, blank, blankToo, carriageReturns)) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
        assertThat(carriageReturns.json().getInt("people.unchanged")).isEqualTo(1);
        People.admin(office)
                .get(Office.AGENCIES + office)
                .then()
                .body("name", equalTo("新名"))
                .body("sectors", equalTo(List.of("energy", "water")))
                .body("oid", equalTo(oid))
                .body("state", equalTo("active"));
        People.admin(office)
                .get(Office.AGENCIES + office + "/contacts")
                .then()
                .body("items[0].title", equalTo("科長"))
                .body("items[0].teamRoles", equalTo(List.of("incident-commander", "press-contact")))
                .body(
                        "items[0].certificate.value",
                        equalTo(Sheets.pem("somebody").strip()));
        assertThat(Sheets.fetch("TPE", "directory-admin", EXPORT + "/agencies.csv")
                        .text())
                .contains(",energy; water," + oid + ",active\r\n");
    }

    @Test
    void aCertificateOfASheetIsHeldAgainstTheAddressesThatAreKnown() {
        contacts(office + ",某甲,,staff,press,another@office.example.test,,\n");
        String header = "agency,name,certificate\n" + office + ",某甲,";

        var another = Sheets.sheet("TPE", "contacts.csv", header + "\"" + Sheets.pem("somebody") + "\"\n");
        var formula = Sheets.sheet("TPE", "contacts.csv", header + "-1\n");

        assertThat(refusals(another)).containsExactly("line:2/column:3 certificate-of-another");
        assertThat(refusals(formula)).containsExactly("line:2/column:3 formula", "line:2/column:3 wrong-certificate");
    }

    private Sheets.Answer seatsAndCertificate(String name, String pem) {
        return Sheets.sheet(
                "TPE",
                "contacts.csv",
                "機關代碼,姓名,進用方式,角色,電子郵件,應變小組職務,憑證\n" + office + "," + name
                        + ",staff,press,somebody@office.example.test,incident-commander press-contact,\"" + pem
                        + "\"\n");
    }

    @Test
    void aRotationComesInByADocumentAndIsWorkedOut() {
        UUID contact = Office.contact(office, "press");
        UUID rotation = Ids.next();
        String document = """
            {"rotations": [{"agency": "%s", "id": "%s", "role": "press", "zone": "Asia/Taipei",
              "layers": [{"participants": ["%s"], "every": {"count": 1, "unit": "days"}, "handOff": "08:00",
                "starts": "2026-01-01"}]}]}\
            """;

        var answer = document(document.formatted(office, rotation, contact));
        var again = document(document.formatted(office, rotation, contact));
        var wrong = document(document.formatted(office, rotation, Ids.next()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().getInt("people.created")).isEqualTo(1);
        assertThat(again.json().getInt("people.unchanged")).isEqualTo(1);
        assertThat(wrong.status()).isEqualTo(400);
        People.admin(office)
                .get(Office.AGENCIES + office + "/duty?at=2036-06-01T00:00:00Z")
                .then()
                .body("roles[0].holders[0].by", equalTo("rotation"));
    }

    @Test
    void anExportEndsAtTheCallersScopeAndIsForWhoKeepsTheDirectory() {
        contacts(office + ",某甲,,staff,press,a@office.example.test,,\n");
        String beside = Office.create();
        Office.contact(beside, "press");

        for (String file : List.of("", "/agencies.csv", "/contacts.csv")) {
            var own = Sheets.fetch(office, "directory-admin", EXPORT + file);
            assertThat(own.status()).isEqualTo(200);
            assertThat(own.text()).contains(office).doesNotContain(beside);
            assertThat(Sheets.fetch("TPE", "auditor", EXPORT + file).text()).contains(office, beside);
            assertThat(Sheets.fetch("TPE", "reporter", EXPORT + file).status()).isEqualTo(403);
        }
        assertThat(Sheets.fetch("TPE-DOIT", "directory-admin", EXPORT + "/contacts.csv")
                        .text())
                .as("a relation lets read, and not take away")
                .doesNotContain(office);
        assertThat(Sheets.fetch("TPE", "auditor", EXPORT + "/people.csv").status())
                .isEqualTo(404);
    }

    @Test
    void wholeSubtreesComeInByOneImportAndMoveByAnother() {
        var created = document("""
            {"agencies": [
              {"code": "%1$s-2", "name": "二", "kind": "bureau", "procedure": "s2-taipei-113", "parent": "%1$s-1"},
              {"code": "%1$s-1", "name": "一", "kind": "bureau", "procedure": "s2-taipei-113", "parent": "%1$s"}],
             "contacts": [{"agency": "%1$s-2", "id": "%2$s", "name": "b", "employment": "staff", "roles": ["press"],
               "channels": [{"type": "mail", "value": "b@c.tw"}]}]}\
            """.formatted(office, Ids.next()));
        String other = Office.create();

        var moved = document("{\"agencies\": [{\"code\": \"%s-1\", \"parent\": \"%s\"}]}".formatted(office, other));

        assertThat(created.status()).as(created.text()).isEqualTo(200);
        assertThat(created.json().getInt("agencies.created")).isEqualTo(2);
        assertThat(moved.json().getInt("agencies.changed")).isEqualTo(1);
        assertThat(moved.json().getInt("agencies.moved")).isEqualTo(1);
        People.admin(other)
                .get(Office.AGENCIES + office + "-2/contacts")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
        try (var entries = Entries.agencies()) {
            assertThat(entries.await(office + "-2", it -> it.path().contains(other))
                            .path())
                    .containsExactly("ACS", "TPE", other, office + "-1", office + "-2");
        }
    }
}
