package org.tongbao.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.tongbao.platform.access.Caller;
import org.tongbao.review.domain.Review;
import org.tongbao.review.domain.ReviewId;

/** 逕行複核: the next authority of the chain reviews in place of the one that missed its limit. */
@ApplicationScoped
public class TakeOverReview {
    private final ReviewAct act;

    TakeOverReview(ReviewAct act) {
        this.act = act;
    }

    public Uni<Review> takeOver(Caller caller, ReviewId id, long read) {
        return act.perform(caller, id, OptionalLong.of(read), Review::takeOver);
    }
}
