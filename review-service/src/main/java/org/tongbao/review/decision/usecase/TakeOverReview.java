package org.tongbao.review.decision.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.tongbao.platform.access.Caller;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewId;

/** 逕行複核: the next authority of the chain reviews in place of the one that missed its limit. */
@ApplicationScoped
public class TakeOverReview {
    private final ActOnReview actOnReview;

    TakeOverReview(ActOnReview actOnReview) {
        this.actOnReview = actOnReview;
    }

    public Uni<Review> takeOver(Caller caller, ReviewId id, long expectedVersion) {
        return actOnReview.perform(caller, id, OptionalLong.of(expectedVersion), Review::takeOver);
    }
}
