package org.tongbao.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.platform.access.Transactions;

/** Records the limits that have passed, and opens the take-over to the next authority. */
@ApplicationScoped
public class MissDeadlines {
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final Reviews reviews;
    private final ReviewBook book;

    MissDeadlines(Transactions transactions, Reviews reviews, ReviewBook book) {
        this.transactions = transactions;
        this.reviews = reviews;
        this.book = book;
    }

    /** Whether there may be more of them. */
    public Uni<Boolean> note() {
        return transactions.asEngine(() -> reviews.takeOverdue(BATCH)
                .call(overdue -> ReviewBook.each(
                        overdue.reviews(), review -> book.keepMissed(review, review.missDeadline(overdue.now()))))
                .map(overdue -> overdue.reviews().size() == BATCH));
    }
}
