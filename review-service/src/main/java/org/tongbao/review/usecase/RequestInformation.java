package org.tongbao.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.tongbao.platform.access.Caller;
import org.tongbao.review.domain.Review;
import org.tongbao.review.domain.ReviewId;

/** 要求提供資料: a reviewer needs data or records to judge. */
@ApplicationScoped
public class RequestInformation {
    private final ReviewAct act;

    RequestInformation(ReviewAct act) {
        this.act = act;
    }

    public Uni<Review> request(Caller caller, ReviewId id, String what) {
        return act.perform(
                caller, id, OptionalLong.empty(), (review, by, now) -> review.requestInformation(by, what, now));
    }
}
