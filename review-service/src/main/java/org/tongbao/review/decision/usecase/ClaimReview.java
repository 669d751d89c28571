package org.tongbao.review.decision.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.tongbao.platform.access.Caller;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewId;

/** A reviewer claims a review. */
@ApplicationScoped
public class ClaimReview {
    private final ActOnReview actOnReview;

    ClaimReview(ActOnReview actOnReview) {
        this.actOnReview = actOnReview;
    }

    public Uni<Review> claim(Caller caller, ReviewId id, long expectedVersion) {
        return actOnReview.perform(caller, id, OptionalLong.of(expectedVersion), Review::claim);
    }
}
