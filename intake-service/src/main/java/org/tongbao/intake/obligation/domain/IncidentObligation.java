package org.tongbao.intake.obligation.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.contracts.procedure.Obligation;

/** 義務: what an incident owes under one rule of its procedure, and the clock that runs for it. */
public record IncidentObligation(ObligationRule rule, ObligationClock clock) {
    static IncidentObligation open(Obligation.Open open, int position, Instant now) {
        ObligationRule rule = ObligationRule.of(open, position);
        return new IncidentObligation(rule, ObligationClock.NEW.limited(rule, ObligationLimit.of(open), now));
    }

    /** Recomputes the limit for the current level and facts; a limit that has passed stays missed. */
    IncidentObligation recompute(Obligation.Open open, Instant now) {
        return settled(now)
                ? this
                : new IncidentObligation(rule.under(open.clause()), clock.limited(rule, ObligationLimit.of(open), now));
    }

    /** The rule no longer applies. A missed limit stays missed. */
    IncidentObligation lapse(Instant now) {
        return settled(now) ? this : with(clock.lapse());
    }

    /** Sets the limit given by the service that owns the clock. */
    IncidentObligation withOwnersLimit(Instant due) {
        return state().limitMoves() ? with(clock.withOwnersLimit(due)) : this;
    }

    /**
     * Meets it, unless it is not owed.
     *
     * @param at when it was done
     */
    IncidentObligation meet(Instant at) {
        return state().owed() ? with(clock.meet(at)) : this;
    }

    IncidentObligation miss() {
        return state() == ObligationState.OPEN ? with(clock.miss()) : this;
    }

    /** The effect of time until now: missed, or warned at the last percentage passed. */
    public Optional<IncidentObligation> advance(Instant now) {
        return clock.advance(rule, now).map(this::with);
    }

    /** Without another run of the timer. */
    public IncidentObligation withoutTimer() {
        return with(clock.withoutTimer());
    }

    /** The state at an instant; the timer records it a moment later. */
    public ObligationState stateAt(Instant now) {
        return state() == ObligationState.OPEN && passed(now) ? ObligationState.OVERDUE : state();
    }

    boolean passed(Instant now) {
        return clock.passed(now);
    }

    private boolean settled(Instant now) {
        return !state().limitMoves() || passed(now);
    }

    private IncidentObligation with(ObligationClock other) {
        return new IncidentObligation(rule, other);
    }

    public String key() {
        return rule.key();
    }

    public String clause() {
        return rule.clause();
    }

    public MetBy metBy() {
        return rule.metBy();
    }

    public ObligationState state() {
        return clock.state();
    }

    public @Nullable Instant dueAt() {
        return clock.limit().dueAt();
    }

    /** Percent of the last warning, 0 before the first. */
    public int warned() {
        return clock.warned();
    }

    public @Nullable Instant nextAt() {
        return clock.nextAt();
    }
}
