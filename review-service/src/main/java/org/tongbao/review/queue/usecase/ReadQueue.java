package org.tongbao.review.queue.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.usecase.Reviews;

/** What waits for a decision, most urgent first. */
@ApplicationScoped
public class ReadQueue {
    private final Transactions transactions;
    private final Reviews reviews;

    ReadQueue(Transactions transactions, Reviews reviews) {
        this.transactions = transactions;
        this.reviews = reviews;
    }

    public Uni<List<Review>> read(Caller caller, QueueFilter filter) {
        return transactions.as(caller, () -> reviews.queue(filter));
    }
}
