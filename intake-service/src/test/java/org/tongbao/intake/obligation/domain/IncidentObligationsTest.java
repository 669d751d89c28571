package org.tongbao.intake.obligation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Anchors;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.contracts.procedure.Obligation;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;

class IncidentObligationsTest {
    private static final Procedure TAIPEI =
            ProcedureFiles.shipped().byId("s2-taipei-113").orElseThrow();
    private static final Instant AWARE = Instant.parse("2026-11-20T00:20:00Z");

    private final IncidentObligations obligations = new IncidentObligations(List.of());

    @Test
    void theyStandInTheProceduresOrder() {
        recompute(Level.THREE, AWARE);

        assertThat(obligations.inOrder())
                .extracting(it -> it.rule().position())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyAMovedLimitIsReported() {
        assertThat(recompute(Level.THREE, AWARE)).extracting(MovedLimit::key).contains("team", "damage-control");

        assertThat(recompute(Level.THREE, AWARE)).isEmpty();
    }

    @Test
    void aLimitThatIsMovedIntoThePastIsOverdueAtOnce() {
        recompute(Level.ONE, AWARE);

        List<MovedLimit> moved = recompute(Level.THREE, AWARE.plus(Duration.ofHours(40)));

        assertThat(moved).contains(new MovedLimit("damage-control", AWARE.plus(Duration.ofHours(36)), true));
    }

    @Test
    void whatNoLongerAppliesLapsesAndComesBackWithItsClause() {
        recompute(Level.THREE, AWARE);
        recompute(Level.TWO, AWARE);
        assertThat(find("effect-report").state()).isEqualTo(ObligationState.LAPSED);

        recompute(Level.THREE, AWARE);

        assertThat(find("effect-report").state()).isEqualTo(ObligationState.WAITING);
        assertThat(find("damage-control").clause()).isEqualTo("§21(二)");
    }

    @Test
    void meetingAnswersOnlyWhatIsMetNow() {
        recompute(Level.THREE, AWARE);

        assertThat(obligations.meet(MetBy.TEAM_FORMED, AWARE.plusSeconds(60)))
                .extracting(IncidentObligation::key, IncidentObligation::state)
                .containsExactly(tuple("team", ObligationState.MET));
        assertThat(obligations.meet(MetBy.TEAM_FORMED, AWARE.plusSeconds(120))).isEmpty();
    }

    @Test
    void oneRuleOfSeveralIsMetByItsKey() {
        recompute(Level.THREE, AWARE);

        assertThat(obligations.meet(MetBy.TEAM_FORMED, "team", AWARE)).hasSize(1);
        assertThat(obligations.meet(MetBy.TEAM_FORMED, "damage-control", AWARE)).isEmpty();
        assertThat(obligations.meet(MetBy.TEAM_FORMED, "no-such-rule", AWARE)).isEmpty();
    }

    @Test
    void theOwnerOfAClockSetsItsLimitAndSaysThatItWasMissed() {
        recompute(Level.THREE, AWARE);
        Instant due = AWARE.plus(Duration.ofHours(3));

        obligations.setOwnersLimit(MetBy.REVIEW_CONCLUDED, due);
        assertThat(find("level-review").dueAt()).isEqualTo(due);
        obligations.miss(MetBy.REVIEW_CONCLUDED);

        assertThat(find("level-review").state()).isEqualTo(ObligationState.OVERDUE);
        assertThat(find("level-review").clock().missedAt()).isEqualTo(due);
    }

    @Test
    void theClauseIsTheOneOfWhatIsOwed() {
        recompute(Level.THREE, AWARE);

        assertThat(obligations.clauseOf(MetBy.REPORT_FILED)).contains("§10");
        assertThat(obligations.clauseOf(MetBy.LATERAL_NOTICES_MET)).isEmpty();
    }

    private List<MovedLimit> recompute(Level level, Instant now) {
        Anchors anchors = Anchors.of(Map.of(Anchor.AWARE, AWARE, Anchor.REPORTED, AWARE, Anchor.RECEIVED, AWARE));
        List<Obligation.Open> applying =
                TAIPEI.openLimits(level, Level.THREE, Set.of(), anchors, ZoneId.of("Asia/Taipei"));
        return obligations.recompute(TAIPEI.obligations(), applying, now);
    }

    private IncidentObligation find(String key) {
        return obligations.inOrder().stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
