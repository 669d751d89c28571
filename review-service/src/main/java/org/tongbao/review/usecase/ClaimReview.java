package org.tongbao.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.tongbao.platform.access.Caller;
import org.tongbao.review.domain.Review;
import org.tongbao.review.domain.ReviewId;

/** A reviewer says that he works on it. */
@ApplicationScoped
public class ClaimReview {
    private final ReviewAct act;

    ClaimReview(ReviewAct act) {
        this.act = act;
    }

    public Uni<Review> claim(Caller caller, ReviewId id, long read) {
        return act.perform(caller, id, OptionalLong.of(read), Review::claim);
    }
}
