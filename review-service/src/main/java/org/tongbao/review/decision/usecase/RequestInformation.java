package org.tongbao.review.decision.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.tongbao.platform.access.Caller;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewId;

/** 要求提供資料: a reviewer needs data or records to judge. */
@ApplicationScoped
public class RequestInformation {
    private final ActOnReview actOnReview;

    RequestInformation(ActOnReview actOnReview) {
        this.actOnReview = actOnReview;
    }

    public Uni<Review> request(Caller caller, ReviewId id, String what) {
        return actOnReview.perform(
                caller, id, OptionalLong.empty(), (review, by, now) -> review.requestInformation(by, what, now));
    }
}
