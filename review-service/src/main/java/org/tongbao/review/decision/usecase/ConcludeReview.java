package org.tongbao.review.decision.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.tongbao.platform.access.Caller;
import org.tongbao.review.review.domain.Decision;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewId;

/** A reviewer decides. */
@ApplicationScoped
public class ConcludeReview {
    private final ActOnReview actOnReview;

    ConcludeReview(ActOnReview actOnReview) {
        this.actOnReview = actOnReview;
    }

    public Uni<Review> conclude(Caller caller, ReviewId id, long expectedVersion, Decision decision) {
        return actOnReview.perform(
                caller, id, OptionalLong.of(expectedVersion), (review, by, now) -> review.conclude(by, decision, now));
    }
}
