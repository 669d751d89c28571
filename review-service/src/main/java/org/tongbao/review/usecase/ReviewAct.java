package org.tongbao.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;
import org.tongbao.review.domain.Refusal;
import org.tongbao.review.domain.Refused;
import org.tongbao.review.domain.Review;
import org.tongbao.review.domain.ReviewChange;
import org.tongbao.review.domain.ReviewId;
import org.tongbao.review.domain.Reviewer;

/** What every act of a person on a review has in common. */
@ApplicationScoped
class ReviewAct {
    private final Transactions transactions;
    private final Reviews reviews;
    private final ReviewBook book;
    private final Clock clock;

    ReviewAct(Transactions transactions, Reviews reviews, ReviewBook book, Clock clock) {
        this.transactions = transactions;
        this.reviews = reviews;
        this.book = book;
        this.clock = clock;
    }

    @FunctionalInterface
    interface Act {
        List<ReviewChange> on(Review review, Reviewer by, Instant now);
    }

    /**
     * @param read the version the person read, where the act depends on it
     */
    Uni<Review> perform(Caller caller, ReviewId id, OptionalLong read, Act act) {
        return transactions.as(caller, () -> reviews.take(id)
                .map(found -> found.orElseThrow(() -> new Refused(Refusal.UNKNOWN)))
                .invoke(review -> read.ifPresent(review::expect))
                .call(review -> book.keep(caller, review, act.on(review, reviewer(caller), clock.now()))));
    }

    private static Reviewer reviewer(Caller caller) {
        return new Reviewer(caller.subject(), caller.name(), caller.agency());
    }
}
