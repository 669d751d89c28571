package org.tongbao.review.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.ReviewKind;

/**
 * All of a review, for keeping and for showing.
 *
 * @param level on record, as this review knows it
 * @param involved subjects who must not review
 * @param watchAt when the authority whose turn it is will have missed its limit; null when nothing is to be watched
 * @param version grows with each change that people make
 */
public record ReviewState(
        ReviewId id,
        IncidentRef incident,
        ReviewKind kind,
        Level level,
        Terms terms,
        Chain chain,
        Set<String> involved,
        Instant openedAt,
        Status status,
        @Nullable Instant watchAt,
        @Nullable Claim claim,
        @Nullable Conclusion conclusion,
        long version) {
    public ReviewState {
        involved = Set.copyOf(involved);
    }
}
