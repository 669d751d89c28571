package org.tongbao.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.tongbao.platform.access.Caller;
import org.tongbao.review.domain.Review;
import org.tongbao.review.domain.ReviewId;
import org.tongbao.review.domain.Verdict;

/** A reviewer decides. */
@ApplicationScoped
public class ConcludeReview {
    private final ReviewAct act;

    ConcludeReview(ReviewAct act) {
        this.act = act;
    }

    public Uni<Review> conclude(Caller caller, ReviewId id, long read, Verdict verdict) {
        return act.perform(caller, id, OptionalLong.of(read), (review, by, now) -> review.conclude(by, verdict, now));
    }
}
