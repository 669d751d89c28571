package org.tongbao.review.review.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.review.incident.domain.IncidentRef;

/**
 * The whole state of a review, for storage and views.
 *
 * @param level on record, as this review knows it
 * @param involved subjects who must not review
 * @param deadline when the current authority misses its limit; null when no limit runs
 * @param version grows with each change that people make
 */
public record ReviewState(
        ReviewId id,
        IncidentRef incident,
        ReviewKind kind,
        Level level,
        ReviewTerms terms,
        AuthorityChain chain,
        Set<String> involved,
        Instant openedAt,
        Status status,
        @Nullable Instant deadline,
        @Nullable Claim claim,
        @Nullable Conclusion conclusion,
        long version) {
    public ReviewState {
        involved = Set.copyOf(involved);
    }
}
