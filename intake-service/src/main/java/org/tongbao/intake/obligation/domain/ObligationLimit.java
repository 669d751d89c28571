package org.tongbao.intake.obligation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Obligation;

/**
 * The limit of an obligation.
 *
 * @param anchorAt null while its anchor is waited for
 * @param anchorAssumed whether the anchor was not given and is taken from the next later one
 * @param dueAt the first instant at which it is late; null while it waits, or when the clause names no number
 */
public record ObligationLimit(
        @Nullable Instant anchorAt,
        boolean anchorAssumed,
        @Nullable Instant dueAt) {
    static final ObligationLimit UNKNOWN = new ObligationLimit(null, false, null);
    private static final int WHOLE = 100;

    static ObligationLimit of(Obligation.Open open) {
        return new ObligationLimit(open.anchorAt(), open.anchorAssumed(), open.dueAt());
    }

    ObligationLimit dueAt(Instant due) {
        return new ObligationLimit(anchorAt, anchorAssumed, due);
    }

    boolean passed(Instant now) {
        return dueAt != null && !now.isBefore(dueAt);
    }

    /** The last of these percentages that has passed, 0 before the first. */
    int lastPassed(List<Integer> percents, Instant now) {
        Instant from = anchorAt;
        Instant due = dueAt;
        if (from == null || due == null) {
            return 0;
        }
        return percents.stream()
                .filter(percent -> !now.isBefore(at(percent, from, due)))
                .max(Integer::compare)
                .orElse(0);
    }

    /** The next warning after one of this percentage, else the limit itself. One that has passed is due at once. */
    @Nullable
    Instant nextAfter(int percent, List<Integer> percents) {
        Instant from = anchorAt;
        Instant due = dueAt;
        if (from == null || due == null) {
            return null;
        }
        return percents.stream()
                .filter(next -> next > percent)
                .map(next -> at(next, from, due))
                .min(Instant::compareTo)
                .orElse(due);
    }

    private static Instant at(int percent, Instant from, Instant due) {
        return from.plus(Duration.between(from, due).multipliedBy(percent).dividedBy(WHOLE));
    }
}
