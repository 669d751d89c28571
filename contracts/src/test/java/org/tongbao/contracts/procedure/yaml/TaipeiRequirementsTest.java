package org.tongbao.contracts.procedure.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.Actor;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.RequirementRow;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.contracts.procedure.Team.Task;
import org.tongbao.contracts.requirement.Requirement;

/** Every row of the requirements on Taipei's procedure is a rule of it, or has a reason. */
class TaipeiRequirementsTest {
    private final Procedure taipei =
            ProcedureFiles.shipped().byId("s2-taipei-113").orElseThrow();

    @Test
    @Requirement({"S2-04", "S2-06", "S2-07", "S2-09", "S2-24", "S2-31", "S2-32", "S2-45", "S2-46", "S2-50"})
    void standingDutiesAreData() {
        assertThat(taipei.contacts())
                .filteredOn(contact -> contact.role() == Role.REPORT_WINDOW)
                .isNotEmpty()
                .allSatisfy(contact -> {
                    assertThat(contact.outsourcedAllowed()).isFalse();
                    assertThat(contact.deputyRequired()).isTrue();
                    assertThat(contact.aroundTheClock()).isTrue();
                });
        assertThat(taipei.evidence().isolation()).hasSize(5).noneMatch(means -> means.contains("關機"));
        assertThat(taipei.drills()).hasSize(2);
        assertThat(taipei.team().seats()).hasSize(7);
        assertThat(taipei.team().tasks())
                .containsEntry(Task.EVIDENCE, Actor.INTELLIGENCE_AND_PLANNING_GROUP)
                .containsEntry(Task.INTELLIGENCE_SHARING, Actor.INTELLIGENCE_AND_PLANNING_GROUP)
                .containsEntry(Task.FINAL_REPORT, Actor.RESPONSE_EXECUTION_GROUP);
        assertThat(taipei.retention().logs()).isEqualTo(6);
    }

    @Test
    @Requirement({"S2-02", "S2-03"})
    void theFiveItemsOfAnAgencysProcedureAreThere() {
        assertThat(taipei.ruleNames())
                .contains(
                        "obligations/report",
                        "obligations/team",
                        "obligations/response-meeting",
                        "obligations/damage-control",
                        "obligations/root-cause",
                        "obligations/improvement-progress",
                        "contacts/it-head");
    }

    @Test
    void everyRowOfTheDocumentIsARuleOrHasAReason() {
        assertThat(taipei.requirements())
                .extracting(RequirementRow::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 52)
                        .mapToObj("S2-%02d"::formatted)
                        .toList());
        assertThat(taipei.requirements())
                .allSatisfy(row -> assertThat(taipei.ruleNames()).containsAll(row.rules()));
        assertThat(taipei.requirements())
                .filteredOn(row -> row.rules().isEmpty())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.reason()).isNotBlank());
    }

    @Test
    void everyObligationAndNoticeAnswersARowOrIsOurDesign() {
        List<String> named = taipei.requirements().stream()
                .flatMap(row -> row.rules().stream())
                .toList();

        assertThat(taipei.obligations().stream().map(rule -> "obligations/" + rule.key()))
                .isSubsetOf(named);
        assertThat(taipei.notices().stream()
                        .filter(rule -> rule.source() == org.tongbao.contracts.procedure.Source.TEXT)
                        .map(rule -> "notices/" + rule.key()))
                .isSubsetOf(named);
    }
}
