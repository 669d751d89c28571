package org.tongbao.intake.obligation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Force;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.contracts.procedure.Obligation;
import org.tongbao.contracts.procedure.Owner;

/**
 * 義務: what an incident owes under one rule of its procedure.
 *
 * @param position its place in the procedure
 * @param anchorAt null while its anchor is waited for
 * @param dueAt the first instant at which it is late; null while it waits, or when the clause names no number
 * @param percents at which it is warned of
 * @param nextAt next run of the timer, null for never
 * @param warned percent of the last warning, 0 before the first
 * @param missedAt the limit that was missed, never erased
 */
public record IncidentObligation(
        String key,
        int position,
        Owner owner,
        String clause,
        Force force,
        Anchor anchor,
        MetBy metBy,
        @Nullable Instant anchorAt,
        boolean anchorAssumed,
        @Nullable Instant dueAt,
        List<Integer> percents,
        ObligationState state,
        int warned,
        @Nullable Instant nextAt,
        @Nullable Instant metAt,
        @Nullable Instant missedAt) {
    private static final int WHOLE = 100;

    public IncidentObligation {
        percents = List.copyOf(percents);
    }

    public static IncidentObligation open(int position, Obligation.Open open, Instant now) {
        Obligation rule = open.obligation();
        return new IncidentObligation(
                        open.key(),
                        position,
                        rule.owner(),
                        open.clause(),
                        rule.force(),
                        rule.anchor(),
                        rule.metBy(),
                        null,
                        false,
                        null,
                        rule.warnings(),
                        ObligationState.WAITING,
                        0,
                        null,
                        null,
                        null)
                .limited(open, now);
    }

    /** Recomputes the limit for the current level and facts; a limit that has passed stays missed. */
    public IncidentObligation recompute(Obligation.Open open, Instant now) {
        return !state.limitMoves() || passed(now) ? this : limited(open, now);
    }

    /** The rule no longer applies. A missed limit stays missed. */
    public IncidentObligation lapse(Instant now) {
        return !state.limitMoves() || passed(now)
                ? this
                : new IncidentObligation(
                        key,
                        position,
                        owner,
                        clause,
                        force,
                        anchor,
                        metBy,
                        anchorAt,
                        anchorAssumed,
                        dueAt,
                        percents,
                        ObligationState.LAPSED,
                        warned,
                        null,
                        null,
                        null);
    }

    /** Sets the limit given by the service that owns the clock. */
    public IncidentObligation dueAt(Instant told) {
        return state.limitMoves()
                ? new IncidentObligation(
                        key,
                        position,
                        owner,
                        clause,
                        force,
                        anchor,
                        metBy,
                        anchorAt,
                        anchorAssumed,
                        told,
                        percents,
                        ObligationState.OPEN,
                        warned,
                        null,
                        null,
                        null)
                : this;
    }

    /**
     * Meets it. Once recorded as missed it can only be met late.
     *
     * @param at when it was done
     */
    public IncidentObligation meet(Instant at) {
        if (!state.owed()) {
            return this;
        }
        boolean late = state == ObligationState.OVERDUE || dueAt != null && at.isAfter(dueAt);
        return new IncidentObligation(
                key,
                position,
                owner,
                clause,
                force,
                anchor,
                metBy,
                anchorAt,
                anchorAssumed,
                dueAt,
                percents,
                late ? ObligationState.MET_LATE : ObligationState.MET,
                warned,
                null,
                at,
                late ? dueAt : null);
    }

    public IncidentObligation miss() {
        return state == ObligationState.OPEN
                ? new IncidentObligation(
                        key,
                        position,
                        owner,
                        clause,
                        force,
                        anchor,
                        metBy,
                        anchorAt,
                        anchorAssumed,
                        dueAt,
                        percents,
                        ObligationState.OVERDUE,
                        warned,
                        null,
                        null,
                        dueAt)
                : this;
    }

    /** The effect of time until now: missed, or warned at the last percentage passed. */
    public Optional<IncidentObligation> advance(Instant now) {
        if (state != ObligationState.OPEN) {
            return Optional.empty();
        }
        if (passed(now)) {
            return Optional.of(miss());
        }
        int passed = percents.stream()
                .filter(percent -> !now.isBefore(percentAt(percent)))
                .max(Integer::compare)
                .orElse(0);
        return passed > warned ? Optional.of(warnedAt(passed)) : Optional.empty();
    }

    /** Without another run of the timer. */
    public IncidentObligation withoutWakeUp() {
        return new IncidentObligation(
                key,
                position,
                owner,
                clause,
                force,
                anchor,
                metBy,
                anchorAt,
                anchorAssumed,
                dueAt,
                percents,
                state,
                warned,
                null,
                metAt,
                missedAt);
    }

    /** The state at an instant; the timer records it a moment later. */
    public ObligationState stateAt(Instant now) {
        return state == ObligationState.OPEN && passed(now) ? ObligationState.OVERDUE : state;
    }

    public boolean passed(Instant now) {
        return state != ObligationState.LAPSED && dueAt != null && !now.isBefore(dueAt);
    }

    private IncidentObligation warnedAt(int percent) {
        return new IncidentObligation(
                key,
                position,
                owner,
                clause,
                force,
                anchor,
                metBy,
                anchorAt,
                anchorAssumed,
                dueAt,
                percents,
                state,
                percent,
                next(anchorAt, dueAt, percent),
                null,
                null);
    }

    private IncidentObligation limited(Obligation.Open open, Instant now) {
        ObligationState limited = open.waiting() ? ObligationState.WAITING : ObligationState.OPEN;
        int passed = open.warnings().stream()
                .filter(warning -> !now.isBefore(warning.at()))
                .mapToInt(Obligation.Warning::percent)
                .max()
                .orElse(0);
        int given = Math.min(passed, warned);
        return new IncidentObligation(
                key,
                position,
                owner,
                open.clause(),
                force,
                anchor,
                metBy,
                open.anchorAt(),
                open.anchorAssumed(),
                open.dueAt(),
                percents,
                limited,
                given,
                next(open.anchorAt(), open.dueAt(), given),
                null,
                null);
    }

    // A clock of another service is not timed here. A warning that is already past is due at once.
    private @Nullable Instant next(@Nullable Instant from, @Nullable Instant due, int given) {
        if (owner != Owner.INTAKE || from == null || due == null) {
            return null;
        }
        return percents.stream()
                .filter(percent -> percent > given)
                .map(percent -> percentOf(percent, from, due))
                .min(Instant::compareTo)
                .orElse(due);
    }

    private Instant percentAt(int percent) {
        return anchorAt == null || dueAt == null ? Instant.MAX : percentOf(percent, anchorAt, dueAt);
    }

    private static Instant percentOf(int percent, Instant from, Instant due) {
        return from.plus(Duration.between(from, due).multipliedBy(percent).dividedBy(WHOLE));
    }
}
