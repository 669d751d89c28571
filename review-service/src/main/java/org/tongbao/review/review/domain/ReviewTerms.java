package org.tongbao.review.review.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the procedure requires of a review, computed when it opened.
 *
 * @param clause of the limit
 * @param informationClause under which data and records may be demanded
 * @param anchoredAt what the limit counts from
 * @param dueAt null when no clause names a limit
 * @param outcomes how it may end
 * @param basisRequired whether the decision must state its basis
 */
public record ReviewTerms(
        String clause,
        String informationClause,
        Instant anchoredAt,
        @Nullable Instant dueAt,
        List<Outcome> outcomes,
        boolean basisRequired) {
    public ReviewTerms {
        outcomes = List.copyOf(outcomes);
    }

    /** Who takes over gets as long as the first had; no clause says so, without it the chain would end in silence. */
    @Nullable
    Instant dueAfterTakeOver(Instant takenOverAt) {
        return dueAt == null ? null : takenOverAt.plus(Duration.between(anchoredAt, dueAt));
    }
}
