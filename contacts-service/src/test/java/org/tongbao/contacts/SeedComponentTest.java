package org.tongbao.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.fixture.Entries;
import org.tongbao.contacts.fixture.Office;
import org.tongbao.contacts.fixture.People;
import org.tongbao.contacts.fixture.Seed;
import org.tongbao.contracts.requirement.Requirement;

/** The documents of deploy/local/directory, through the endpoint that the local stack uses. */
@QuarkusTest
class SeedComponentTest {
    @BeforeEach
    void load() {
        Seed.load();
    }

    @Test
    void loadingAgainChangesNothing() {
        for (Path document : Seed.documents()) {
            People.admin("ACS")
                    .body(Seed.read(document))
                    .post(Seed.IMPORT)
                    .then()
                    .statusCode(200)
                    .body("agencies.created", equalTo(0))
                    .body("agencies.changed", equalTo(0))
                    .body("agencies.moved", equalTo(0))
                    .body("people.created", equalTo(0))
                    .body("people.changed", equalTo(0));
        }
    }

    @Test
    @Requirement("S1-53")
    void the57AuthoritiesOfTheAnnexAreThereAndTheirReviewerIsTheCompetentAuthority() {
        List<Map<String, Object>> authorities = agencies(Seed.documents().get(0)).stream()
                .filter(it -> !"ACS".equals(it.get("code")))
                .toList();

        assertThat(authorities).hasSize(57).allSatisfy(it -> {
            assertThat(it).containsKeys("name", "nameEnglish");
            assertThat(it.get("relations").toString()).contains("reviewers=[ACS]");
        });
    }

    @Test
    void everyAgencyThatTheUrgentNoticeNamesHasSomebodyInEachOfItsRolesAtAnyTime() {
        List<String> gaps = new ArrayList<>();
        List<Map<String, Object>> agencies = agencies();
        assertThat(agencies).hasSizeGreaterThan(57);
        for (Map<String, Object> agency : agencies) {
            Map<?, ?> relations = (Map<?, ?>) agency.get("relations");
            for (String relation : List.of("superior", "supervising", "cityBureau")) {
                Object relative = relations.get(relation);
                if (relative != null) {
                    gaps.addAll(missing(relative.toString(), List.of("reviewer", "ciso", "it-head", "duty-desk")));
                }
            }
            gaps.addAll(
                    missing(agency.get("code").toString(), List.of("report-window", "ciso", "it-head", "duty-desk")));
        }

        assertThat(gaps).isEmpty();
    }

    @Test
    void theReviewersOfTheTaipeiAgenciesAreOnDutyByShiftAndHaveDeputies() {
        try (var contacts = Entries.contacts()) {
            for (String agency : List.of("ACS", "TPE", "TPE-DOIT")) {
                var entry = contacts.await(agency);
                var now = Instant.now();
                var onDuty = entry.duty().stream()
                        .filter(it -> it.role().equals("reviewer"))
                        .filter(it -> !it.from().isAfter(now.plusSeconds(60)))
                        .toList();
                assertThat(onDuty).as(agency).hasSize(1);
                assertThat(onDuty.get(0).until()).isAfter(now.plus(Duration.ofDays(34)));
                assertThat(entry.deputies()).anySatisfy(it -> {
                    assertThat(it.contact()).isEqualTo(onDuty.get(0).contact());
                    assertThat(it.deputies()).isNotEmpty();
                });
            }
        }
    }

    @Test
    void theCisoWhomTheExampleReportNamesIsThere() {
        People.admin("TPE")
                .get(Office.AGENCIES + "TPE-EDU/contacts/01a1f600-0000-7000-8000-0000000000c1")
                .then()
                .statusCode(200)
                .body("roles[0]", equalTo("ciso"));
    }

    @Test
    void oneAgencyHasThreeDifferentOnesAsSuperiorSupervisingAndCityBureau() {
        People.reporter("TPE-TPAC")
                .get(Office.AGENCIES + "TPE-TPAC")
                .then()
                .body("relations.superior", equalTo("TPE"))
                .body("relations.supervising", equalTo("TPE-CULTURE"))
                .body("relations.cityBureau", equalTo("TPE-DOIT"));
    }

    private static List<String> missing(String agency, List<String> roles) {
        List<String> held = People.reporter("ACS")
                .get(Office.AGENCIES + agency + "/duty")
                .then()
                .statusCode(200)
                .extract()
                .path("roles.findAll { it.holders.any { it.acting != null } }.role");
        return roles.stream()
                .filter(it -> !held.contains(it))
                .map(it -> agency + " has no " + it)
                .toList();
    }

    private static List<Map<String, Object>> agencies() {
        return Seed.documents().stream().flatMap(it -> agencies(it).stream()).toList();
    }

    private static List<Map<String, Object>> agencies(Path document) {
        return JsonPath.from(Seed.read(document)).getList("agencies");
    }
}
