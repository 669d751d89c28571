package org.tongbao.review.queue.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;
import org.tongbao.review.review.domain.Refusal;
import org.tongbao.review.review.domain.Refused;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewId;
import org.tongbao.review.review.usecase.ReviewHistoryEntry;
import org.tongbao.review.review.usecase.Reviews;

/** One review with its history. Reading a review of a level 3 or 4 incident is journaled. */
@ApplicationScoped
public class ReadReview {
    private final Transactions transactions;
    private final Reviews reviews;
    private final Journal journal;

    ReadReview(Transactions transactions, Reviews reviews, Journal journal) {
        this.transactions = transactions;
        this.reviews = reviews;
        this.journal = journal;
    }

    public record ReviewWithHistory(Review review, List<ReviewHistoryEntry> history) {}

    public Uni<ReviewWithHistory> read(Caller caller, ReviewId id) {
        return transactions.as(caller, () -> reviews.find(id)
                .map(found -> found.orElseThrow(() -> new Refused(Refusal.UNKNOWN)))
                .call(review -> journalReading(caller, review))
                .chain(review -> reviews.history(id).map(history -> new ReviewWithHistory(review, history))));
    }

    private Uni<Void> journalReading(Caller caller, Review review) {
        var state = review.state();
        if (!state.level().severe()) {
            return Uni.createFrom().voidItem();
        }
        return journal.record(
                caller,
                new Journal.Entry(
                        "review-read",
                        state.incident().agency(),
                        state.incident().id().value(),
                        null,
                        Map.of("review", state.id().value().toString())));
    }
}
