package org.tongbao.review.decision.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.review.review.domain.Refusal;
import org.tongbao.review.review.domain.Refused;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewChange;
import org.tongbao.review.review.domain.ReviewId;
import org.tongbao.review.review.domain.Reviewer;
import org.tongbao.review.review.usecase.ReviewRecorder;
import org.tongbao.review.review.usecase.Reviews;

/** Locks a review, applies the action of a person to it and records what it changed. */
@ApplicationScoped
class ActOnReview {
    private final Transactions transactions;
    private final Reviews reviews;
    private final ReviewRecorder recorder;

    ActOnReview(Transactions transactions, Reviews reviews, ReviewRecorder recorder) {
        this.transactions = transactions;
        this.reviews = reviews;
        this.recorder = recorder;
    }

    @FunctionalInterface
    interface Action {
        List<ReviewChange> on(Review review, Reviewer by, Instant now);
    }

    /**
     * @param expectedVersion the version the person read, where the action depends on it
     */
    Uni<Review> perform(Caller caller, ReviewId id, OptionalLong expectedVersion, Action action) {
        return transactions.as(caller, () -> reviews.findForUpdate(id)
                .map(found -> found.orElseThrow(() -> new Refused(Refusal.UNKNOWN)))
                .invoke(review -> expectedVersion.ifPresent(review::expect))
                .call(review -> Transactions.now()
                        .chain(now -> recorder.record(caller, review, action.on(review, reviewer(caller), now)))));
    }

    private static Reviewer reviewer(Caller caller) {
        return new Reviewer(caller.subject(), caller.name(), caller.agency());
    }
}
