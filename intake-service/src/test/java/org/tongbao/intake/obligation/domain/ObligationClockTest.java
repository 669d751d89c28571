package org.tongbao.intake.obligation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Force;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.contracts.procedure.Owner;

class ObligationClockTest {
    private static final Instant AWARE = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant DUE = AWARE.plus(Duration.ofHours(10));
    private static final ObligationRule TEAM = rule(Owner.INTAKE);
    private static final ObligationClock RUNNING = ObligationClock.NEW.limited(TEAM, limit(DUE), AWARE);

    @Test
    void aNewClockWaitsForItsAnchor() {
        var waiting = ObligationClock.NEW.limited(TEAM, ObligationLimit.UNKNOWN, AWARE);

        assertThat(waiting).isEqualTo(ObligationClock.NEW);
    }

    @Test
    void theTimerRunsAtTheFirstWarning() {
        assertThat(RUNNING.state()).isEqualTo(ObligationState.OPEN);
        assertThat(RUNNING.nextAt()).isEqualTo(AWARE.plus(Duration.ofHours(5)));
    }

    @Test
    void aWarningMovesTheTimerToTheNextOneAndThenToTheLimit() {
        ObligationClock half =
                RUNNING.advance(TEAM, AWARE.plus(Duration.ofHours(5))).orElseThrow();
        assertThat(half.warned()).isEqualTo(50);
        assertThat(half.nextAt()).isEqualTo(AWARE.plus(Duration.ofHours(9)));

        ObligationClock last =
                half.advance(TEAM, AWARE.plus(Duration.ofHours(9))).orElseThrow();
        assertThat(last.warned()).isEqualTo(90);
        assertThat(last.nextAt()).isEqualTo(DUE);
    }

    @Test
    void atTheLimitItIsMissedAndTheTimerStops() {
        ObligationClock missed = RUNNING.advance(TEAM, DUE).orElseThrow();

        assertThat(missed).isEqualTo(new ObligationClock(limit(DUE), ObligationState.OVERDUE, 0, null, null, DUE));
    }

    @Test
    void whatIsMissedCanOnlyBeMetLateEvenWithAnEarlierTime() {
        ObligationClock met = RUNNING.miss().meet(AWARE.plusSeconds(1));

        assertThat(met.state()).isEqualTo(ObligationState.MET_LATE);
        assertThat(met.metAt()).isEqualTo(AWARE.plusSeconds(1));
        assertThat(met.missedAt()).isEqualTo(DUE);
    }

    @Test
    void theLastInstantIsInTimeAndTheNextOneLate() {
        assertThat(RUNNING.meet(DUE).state()).isEqualTo(ObligationState.MET);
        assertThat(RUNNING.meet(DUE.plusNanos(1000)).state()).isEqualTo(ObligationState.MET_LATE);
    }

    @Test
    void aLongerLimitGivesAWarningAgainThatIsNotDueAnyMore() {
        Instant now = AWARE.plus(Duration.ofHours(5));
        ObligationClock warned = RUNNING.advance(TEAM, now).orElseThrow();

        ObligationClock longer = warned.limited(TEAM, limit(AWARE.plus(Duration.ofHours(20))), now);

        assertThat(longer.warned()).isZero();
        assertThat(longer.nextAt()).isEqualTo(AWARE.plus(Duration.ofHours(10)));
    }

    @Test
    void theClockOfAnotherServiceIsNeverTimedHere() {
        ObligationClock elsewhere = ObligationClock.NEW.limited(rule(Owner.REVIEW), limit(DUE), AWARE);

        assertThat(elsewhere.nextAt()).isNull();
        assertThat(elsewhere.withOwnersLimit(AWARE).limit()).isEqualTo(new ObligationLimit(AWARE, false, AWARE));
    }

    @Test
    void aLapsedLimitNeverPasses() {
        assertThat(RUNNING.lapse().passed(DUE)).isFalse();
        assertThat(RUNNING.passed(DUE)).isTrue();
    }

    @Test
    void withoutTheTimerNothingElseChanges() {
        ObligationClock missed = RUNNING.miss();

        assertThat(missed.withoutTimer()).isEqualTo(missed);
        assertThat(RUNNING.withoutTimer().nextAt()).isNull();
        assertThat(RUNNING.withoutTimer().state()).isEqualTo(ObligationState.OPEN);
    }

    private static ObligationLimit limit(Instant due) {
        return new ObligationLimit(AWARE, false, due);
    }

    private static ObligationRule rule(Owner owner) {
        return new ObligationRule(
                "team", 0, owner, "§18", Force.MUST, Anchor.AWARE, MetBy.TEAM_FORMED, List.of(50, 90));
    }
}
