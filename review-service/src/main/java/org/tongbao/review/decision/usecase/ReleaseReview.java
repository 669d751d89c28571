package org.tongbao.review.decision.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.tongbao.platform.access.Caller;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewId;

/** A claim is given back. */
@ApplicationScoped
public class ReleaseReview {
    private final ActOnReview actOnReview;

    ReleaseReview(ActOnReview actOnReview) {
        this.actOnReview = actOnReview;
    }

    public Uni<Review> release(Caller caller, ReviewId id, long expectedVersion) {
        return actOnReview.perform(caller, id, OptionalLong.of(expectedVersion), Review::release);
    }
}
