package org.tongbao.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.tongbao.platform.access.Caller;
import org.tongbao.review.domain.Review;
import org.tongbao.review.domain.ReviewId;

/** A claim is given back. */
@ApplicationScoped
public class ReleaseReview {
    private final ReviewAct act;

    ReleaseReview(ReviewAct act) {
        this.act = act;
    }

    public Uni<Review> release(Caller caller, ReviewId id, long read) {
        return act.perform(caller, id, OptionalLong.of(read), Review::release);
    }
}
