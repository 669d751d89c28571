package org.tongbao.contacts.agency.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.fixture.Entries;
import org.tongbao.contacts.fixture.Office;
import org.tongbao.contacts.fixture.People;
import org.tongbao.contacts.fixture.Seed;
import org.tongbao.contracts.requirement.Requirement;

/** Agencies on a real database, broker and token issuer. */
@QuarkusTest
class AgenciesComponentTest {
    private static final String AGENCIES = Office.AGENCIES;

    @BeforeEach
    void load() {
        Seed.load();
    }

    @Test
    @Requirement("S4-01")
    void aNewAgencyIsPublishedWithItsPathAndRelations() {
        String office = Office.create();

        try (var entries = Entries.agencies()) {
            var entry = entries.await(office);
            assertThat(entry.path()).containsExactly("ACS", "TPE", office);
            assertThat(entry.version()).isEqualTo(1);
            assertThat(entry.procedure()).isEqualTo("s2-taipei-113");
            assertThat(entry.zone()).isEqualTo("Asia/Taipei");
            assertThat(entry.kind()).isEqualTo("bureau");
            assertThat(entry.relations().receiving()).isEqualTo("TPE-DOIT");
            assertThat(entry.relations().cityBureau()).isEqualTo("TPE-DOIT");
            assertThat(entry.relations().reviewers()).containsExactly("TPE-DOIT", "ACS");
        }
    }

    @Test
    void aMoveIsPublishedForEveryDescendantWithOneNewTreeVersion() {
        String office = Office.create();
        String school = Office.create(office);
        String annex = Office.create(school);
        UUID contact = Office.contact(annex, "ciso");
        try (var entries = Entries.agencies()) {
            long before = entries.await(annex).treeVersion();

            patch("ACS", office, "{\"parent\": \"TPE-EDU\"}", Office.tag(office))
                    .then()
                    .statusCode(200);

            var moved = entries.await(annex, it -> it.version() == 2);
            assertThat(moved.path()).containsExactly("ACS", "TPE", "TPE-EDU", office, school, annex);
            assertThat(moved.treeVersion()).isGreaterThan(before);
            for (String code : List.of(office, school)) {
                assertThat(entries.await(code, it -> it.version() == 2).treeVersion())
                        .isEqualTo(moved.treeVersion());
            }
        }
        // Whoever stands above it now sees its people, and its tag is still that of what people filed.
        People.reporter("TPE-EDU")
                .get(AGENCIES + annex + "/contacts/" + contact)
                .then()
                .statusCode(200);
        People.reporter("TPE")
                .get(AGENCIES + annex + "/contacts/" + contact)
                .then()
                .statusCode(200);
        assertThat(Office.tag(annex)).isEqualTo("\"v1\"");
    }

    @Test
    void whoeverStoodAboveBeforeAMoveSeesThePeopleNoMore() {
        String from = Office.create();
        String to = Office.create();
        String moving = Office.create(from);
        UUID contact = Office.contact(moving, "ciso");
        String address = AGENCIES + moving + "/contacts/" + contact;
        People.reporter(from).get(address).then().statusCode(200);

        patch("TPE", moving, "{\"parent\": \"" + to + "\"}", Office.tag(moving))
                .then()
                .statusCode(200);

        People.reporter(from).get(address).then().statusCode(404);
        People.reporter(to).get(address).then().statusCode(200);
    }

    @Test
    void aCycleIsRefusedAndEverythingStaysAsItWas() {
        String office = Office.create();
        String school = Office.create(office);

        patch("ACS", office, "{\"parent\": \"" + school + "\"}", Office.tag(office))
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItem("/parent"))
                .body("violations.reason", hasItem("cycle"));

        People.reporter("ACS")
                .get(AGENCIES + school)
                .then()
                .body("path", equalTo(List.of("ACS", "TPE", office, school)));
    }

    @Test
    void twoMovesAtOnceDoNotMakeACycle() throws Exception {
        String one = Office.create();
        String other = Office.create();
        var statuses = new ArrayList<Integer>();
        var threads = List.of(
                new Thread(() -> statuses.add(patch("ACS", one, "{\"parent\": \"" + other + "\"}", "\"v1\"")
                        .statusCode())),
                new Thread(() -> statuses.add(patch("ACS", other, "{\"parent\": \"" + one + "\"}", "\"v1\"")
                        .statusCode())));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 400);
    }

    @Test
    void aPatchChangesWhatItNamesAndRemovesWhatItNulls() {
        String office = Office.create();

        patch("TPE", office, """
                {"name": "改名局", "nameEnglish": null, "relations": {"sectorAuthority": "MOE", "superior": null}}\
                """, "\"v1\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("name", equalTo("改名局"))
                .body("nameEnglish", nullValue())
                .body("relations.sectorAuthority", equalTo("MOE"))
                .body("relations.superior", nullValue())
                .body("relations.supervising", equalTo("TPE"));
    }

    @Test
    void whatWasReadCanBePutBack() {
        String office = Office.create();
        String read = People.admin("TPE").get(AGENCIES + office).asString();

        People.admin("TPE")
                .body(read)
                .put(AGENCIES + office)
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"");
    }

    @Test
    void aChangeSaysWhichVersionItWasMadeAgainst() {
        String office = Office.create();
        String changed = Office.body("TPE").replace("測試局", "改名局");

        People.admin("TPE")
                .body(changed)
                .put(AGENCIES + office)
                .then()
                .statusCode(428)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tongbao:problem:precondition-required"));
        People.admin("TPE")
                .header("If-Match", "\"v9\"")
                .body(changed)
                .put(AGENCIES + office)
                .then()
                .statusCode(412);
        People.admin("TPE")
                .header("If-None-Match", "*")
                .body(changed)
                .put(AGENCIES + office)
                .then()
                .statusCode(412);
        People.admin("TPE")
                .header("If-Match", "\"v1\"")
                .body(changed)
                .put(AGENCIES + office)
                .then()
                .statusCode(200);
        People.admin("TPE").body(changed).patch(AGENCIES + office).then().statusCode(428);
        // The same again is no change, so nothing can be lost by it.
        People.admin("TPE")
                .body(changed)
                .put(AGENCIES + office)
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"");
    }

    @Test
    void anAgencyRenamesItselfButDoesNotChooseItsReviewer() {
        String office = Office.create();

        patch(office, office, "{\"name\": \"自己改的名\"}", "\"v1\"").then().statusCode(200);
        patch(office, office, "{\"relations\": {\"reviewers\": [\"" + office + "\"]}}", "\"v2\"")
                .then()
                .statusCode(400)
                .body("violations.reason", hasItem("set-from-above"));
    }

    @Test
    void namesAreOpenToEverybodyWithATokenAndTheRestIsNot() {
        String office = Office.create();

        Map<String, Object> seen = People.reporter("HUA")
                .get(AGENCIES + office)
                .then()
                .statusCode(200)
                .extract()
                .path("$");

        assertThat(seen).containsOnlyKeys("code", "name", "nameEnglish", "kind");
        People.reporter("TPE-DOIT")
                .get(AGENCIES + office)
                .then()
                .body("path", hasItem("TPE"))
                .body("relations.superior", equalTo("TPE"));
        People.reporter("HUA")
                .get(AGENCIES + "?q=" + office)
                .then()
                .body("items[0].code", equalTo(office))
                .body("items[0].relations", nullValue());
    }

    @Test
    void aSearchFindsCodesAndNamesInBothLanguages() {
        People.reporter("HUA")
                .queryParam("q", "tpe-ed")
                .get(AGENCIES)
                .then()
                .body("items.code", hasItems("TPE-EDU", "TPE-EDU-CK"));
        People.reporter("HUA")
                .queryParam("q", "教育局")
                .get(AGENCIES)
                .then()
                .body("items.code", hasItems("TPE-EDU", "NTP-EDU"));
        People.reporter("HUA")
                .queryParam("q", "of education")
                .get(AGENCIES)
                .then()
                .body("items.code", hasItems("MOE", "TPE-EDU"));
        People.reporter("HUA").queryParam("q", "%").get(AGENCIES).then().body("items", equalTo(List.of()));
        People.reporter("HUA")
                .queryParam("q", "x'; drop table agency--")
                .get(AGENCIES)
                .then()
                .statusCode(200);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        List<String> codes = new ArrayList<>();
        String address = AGENCIES + "?limit=17";
        while (address != null) {
            var page =
                    People.reporter("ACS").get(address).then().statusCode(200).extract();
            codes.addAll(page.path("items.code"));
            String next = page.path("next");
            address = next == null ? null : AGENCIES + "?limit=17&cursor=" + next;
            assertThat(page.header("Link") == null).isEqualTo(next == null);
        }

        assertThat(codes).doesNotHaveDuplicates().isSorted().hasSizeGreaterThanOrEqualTo(77);
    }

    @Test
    void updatedSinceGivesWhatChanged() {
        String office = Office.create();
        String at = People.reporter("ACS").get(AGENCIES + office).path("updatedAt");

        People.reporter("ACS")
                .queryParam("updatedSince", at)
                .get(AGENCIES)
                .then()
                .body("items.code", hasItem(office))
                .body("items.code", not(hasItem("MOFA")));
        assertThat(at).endsWith("+08:00");
    }

    @Test
    void anImportIsWholeOrNothing() {
        String fresh = Office.newCode();
        String document = """
            {"agencies": [{"code": "%s", "name": "新局", "kind": "bureau", "procedure": "tw-2026", "parent": "TPE"},
                          {"code": "%s-A", "name": "新局甲", "kind": "bureau", "procedure": "tw-2026", "parent": "NOWHERE"}]}\
            """.formatted(fresh, fresh);

        People.admin("ACS")
                .body(document)
                .post(Seed.IMPORT)
                .then()
                .statusCode(400)
                .body("violations.pointer", equalTo(List.of("/agencies/1/parent")))
                .body("violations[0].detail", containsString("NOWHERE"));
        People.reporter("ACS").get(AGENCIES + fresh).then().statusCode(404);

        People.admin("TPE")
                .body(document.replace("NOWHERE", fresh))
                .post(Seed.IMPORT)
                .then()
                .statusCode(200)
                .body("agencies.created", equalTo(2));
        People.reporter("TPE")
                .get(AGENCIES + fresh + "-A")
                .then()
                .body("path", equalTo(List.of("ACS", "TPE", fresh, fresh + "-A")));
    }

    @Test
    void anOidOfAnotherAgencyIsNamedWhereItStandsAndOneIsHandedOverInOneChange() {
        String holder = Office.create();
        String other = Office.create();
        String oid = "2.16.886." + System.nanoTime();
        String both = "{\"agencies\": [{\"code\": \"%s\", \"oid\": \"%s\"}, {\"code\": \"%s\", \"oid\": \"%s\"}]}";
        patch("TPE", holder, "{\"oid\": \"" + oid + "\"}", "\"v1\"").then().statusCode(200);

        patch("TPE", other, "{\"oid\": \"" + oid + "\"}", "\"v1\"")
                .then()
                .statusCode(400)
                .body("violations.collect { it.pointer + ' ' + it.reason }", equalTo(List.of("/oid oid-of-another")));
        People.admin("TPE")
                .body(both.formatted(other, oid, Office.create(), oid))
                .post(Seed.IMPORT)
                .then()
                .statusCode(400)
                .body(
                        "violations.collect { it.pointer + ' ' + it.reason }",
                        equalTo(List.of("/agencies/0/oid oid-of-another", "/agencies/1/oid oid-of-another")));
        for (String[] hands : new String[][] {{holder, other}, {other, holder}}) {
            People.admin("TPE")
                    .body(both.formatted(hands[0], oid + ".9", hands[1], oid))
                    .post(Seed.IMPORT)
                    .then()
                    .statusCode(200)
                    .body("agencies.changed", equalTo(2));
        }
        People.admin("TPE").get(AGENCIES + holder).then().body("oid", equalTo(oid));
    }

    private static io.restassured.response.Response patch(String by, String agency, String body, String tag) {
        return People.admin(by)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", tag)
                .body(body)
                .patch(AGENCIES + agency);
    }
}
