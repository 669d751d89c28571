package org.tongbao.intake.obligation.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clock of an obligation: its limit, and how it stands. It runs towards the limit or it has stopped; the two private
 * methods at the end are the only ways to change it.
 *
 * @param warned percent of the last warning, 0 before the first
 * @param nextAt next run of the timer, null for never
 * @param missedAt the limit that was missed, never erased
 */
public record ObligationClock(
        ObligationLimit limit,
        ObligationState state,
        int warned,
        @Nullable Instant nextAt,
        @Nullable Instant metAt,
        @Nullable Instant missedAt) {
    static final ObligationClock NEW =
            new ObligationClock(ObligationLimit.UNKNOWN, ObligationState.WAITING, 0, null, null, null);

    /** The limit as computed now, with warnings that a longer limit has not reached yet given again. */
    ObligationClock limited(ObligationRule rule, ObligationLimit computed, Instant now) {
        int given = Math.min(computed.lastPassed(rule.percents(), now), warned);
        return running(
                computed,
                computed.anchorAt() == null ? ObligationState.WAITING : ObligationState.OPEN,
                given,
                rule.timedHere() ? computed.nextAfter(given, rule.percents()) : null);
    }

    /** The limit set by the service that owns the clock. */
    ObligationClock withOwnersLimit(Instant due) {
        return running(limit.dueAt(due), ObligationState.OPEN, warned, null);
    }

    ObligationClock lapse() {
        return stopped(ObligationState.LAPSED, null, null);
    }

    /** Once recorded as missed it can only be met late. */
    ObligationClock meet(Instant at) {
        boolean late = state == ObligationState.OVERDUE || limit.dueAt() != null && at.isAfter(limit.dueAt());
        return late ? stopped(ObligationState.MET_LATE, at, limit.dueAt()) : stopped(ObligationState.MET, at, null);
    }

    ObligationClock miss() {
        return stopped(ObligationState.OVERDUE, null, limit.dueAt());
    }

    /** Missed, or warned at the last percentage passed; empty when nothing is due. */
    Optional<ObligationClock> advance(ObligationRule rule, Instant now) {
        if (state != ObligationState.OPEN) {
            return Optional.empty();
        }
        if (passed(now)) {
            return Optional.of(miss());
        }
        int percent = limit.lastPassed(rule.percents(), now);
        return percent > warned ? Optional.of(warn(rule, percent)) : Optional.empty();
    }

    private ObligationClock warn(ObligationRule rule, int percent) {
        return running(limit, state, percent, rule.timedHere() ? limit.nextAfter(percent, rule.percents()) : null);
    }

    ObligationClock withoutTimer() {
        return stopped(state, metAt, missedAt);
    }

    boolean passed(Instant now) {
        return state != ObligationState.LAPSED && limit.passed(now);
    }

    private ObligationClock running(ObligationLimit to, ObligationState as, int given, @Nullable Instant next) {
        return new ObligationClock(to, as, given, next, null, null);
    }

    private ObligationClock stopped(ObligationState as, @Nullable Instant met, @Nullable Instant missed) {
        return new ObligationClock(limit, as, warned, null, met, missed);
    }
}
