package org.tongbao.contracts.procedure.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Condition;
import org.tongbao.contracts.procedure.Ladder;
import org.tongbao.contracts.procedure.Ladder.Target;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.contracts.procedure.NoticeRule.Proof;
import org.tongbao.contracts.procedure.NoticeRule.Recipient;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Relation;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.contracts.requirement.Requirement;

/** Who is told under {@code s2-taipei-113}. */
class TaipeiNoticesTest {
    private static final Set<Condition> NO_FACTS = Set.of();

    private final Procedure taipei =
            ProcedureFiles.shipped().byId("s2-taipei-113").orElseThrow();

    @Test
    @Requirement("S2-52")
    void levelThreeIsToldUrgentlyToSuperiorSupervisingAgencyAndCityBureau() {
        NoticeRule urgent = onlyNotice(Occasion.INCIDENT_REPORTED, Level.THREE);

        assertThat(urgent.key()).isEqualTo("urgent-notice");
        assertThat(urgent.to()).containsExactly(Relation.SUPERIOR, Relation.SUPERVISING, Relation.CITY_BUREAU);
        assertThat(urgent.recipients())
                .containsExactly(
                        new Recipient(Role.REVIEWER, true),
                        new Recipient(Role.CISO, false),
                        new Recipient(Role.IT_HEAD, false));
        assertThat(urgent.channels()).containsExactly(Channel.PHONE_TASK, Channel.MAIL);
        assertThat(taipei.noticesOn(Occasion.INCIDENT_REPORTED, Level.TWO, NO_FACTS))
                .isEmpty();
        assertThat(onlyNotice(Occasion.LEVEL_RAISED, Level.FOUR)).isEqualTo(urgent);
    }

    @Test
    void theUrgentLadderGoesToDeputiesNextRoleDutyDeskAndTheOneAbove() {
        Ladder ladder = taipei.ladderOf(onlyNotice(Occasion.INCIDENT_REPORTED, Level.FOUR))
                .orElseThrow();

        assertThat(ladder.steps())
                .extracting(Ladder.Step::to)
                .containsExactly(
                        Target.NOTICE_RECIPIENTS,
                        Target.DEPUTIES_OF_PREVIOUS,
                        Target.ROLES,
                        Target.DUTY_DESK,
                        Target.PARENT_DUTY_DESK);
        assertThat(ladder.steps()).allSatisfy(step -> {
            assertThat(step.waitAt(Level.FOUR)).isEqualTo(Duration.ofMinutes(5));
            assertThat(step.waitAt(Level.THREE)).isEqualTo(Duration.ofMinutes(10));
            assertThat(step.waitAt(Level.TWO)).isEqualTo(Duration.ofMinutes(60));
        });
        assertThat(ladder.steps().get(2).roles())
                .containsExactly(new Recipient(Role.SECURITY_CONTACT, false), new Recipient(Role.REPORT_WINDOW, false));
    }

    @Test
    @Requirement("S2-15")
    void aLateralNoticeIsMetByPhoneOrReplyAndNotByMail() {
        NoticeRule lateral = onlyNotice(Occasion.AFFECTED_AGENCY_NAMED, Level.ONE);

        assertThat(lateral.clause()).isEqualTo("§12");
        assertThat(lateral.to()).containsExactly(Relation.AFFECTED);
        assertThat(lateral.recipients()).containsExactly(new Recipient(Role.REPORT_WINDOW, false));
        assertThat(lateral.proof()).containsExactlyInAnyOrder(Proof.PHONE_ANSWERED, Proof.REPLIED);
    }

    @Test
    @Requirement("S2-20")
    void theReporterIsInformedOfTheDecision() {
        NoticeRule decided = onlyNotice(Occasion.LEVEL_DECIDED, Level.TWO);

        assertThat(decided.information()).isTrue();
        assertThat(decided.to()).containsExactly(Relation.REPORTING_AGENCY);
    }

    @Test
    @Requirement({"S2-21", "S2-29"})
    void whoeverWasToldIsToldWhatFollows() {
        assertThat(List.of(Occasion.NOTICE_ACKNOWLEDGED, Occasion.LEVEL_CHANGED, Occasion.CLOSED))
                .allSatisfy(occasion ->
                        assertThat(onlyNotice(occasion, Level.THREE).to()).containsExactly(Relation.ALREADY_TOLD));
        assertThat(onlyNotice(Occasion.DAMAGE_CONTROLLED, Level.THREE).clause()).isEqualTo("§23(一)");
        assertThat(taipei.noticesOn(Occasion.DAMAGE_CONTROLLED, Level.TWO, NO_FACTS))
                .isEmpty();
    }

    @Test
    void everyOccasionTellsSomebodyAtLevelThreeOrElseBelow() {
        for (Occasion occasion : EnumSet.complementOf(EnumSet.of(Occasion.OBLIGATION_MET))) {
            List<NoticeRule> told = new ArrayList<>(taipei.noticesOn(occasion, Level.THREE, NO_FACTS));
            told.addAll(taipei.noticesOn(occasion, Level.TWO, NO_FACTS));
            assertThat(told).as(occasion.key()).isNotEmpty();
        }
    }

    private NoticeRule onlyNotice(Occasion occasion, Level level) {
        List<NoticeRule> rules = taipei.noticesOn(occasion, level, NO_FACTS);
        assertThat(rules).as(occasion.key()).hasSize(1);
        return rules.get(0);
    }
}
