package org.tongbao.review.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.platform.access.Transactions;

/** Records the limits that have passed, and opens the take-over to the next authority. */
@ApplicationScoped
public class RecordMissedDeadlines {
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final Reviews reviews;
    private final ReviewRecorder recorder;

    RecordMissedDeadlines(Transactions transactions, Reviews reviews, ReviewRecorder recorder) {
        this.transactions = transactions;
        this.reviews = reviews;
        this.recorder = recorder;
    }

    /** Whether there may be more than this batch. */
    public Uni<Boolean> recordBatch() {
        return transactions.asEngine(() -> reviews.findOverdueForUpdate(BATCH)
                .call(overdue -> ReviewRecorder.each(
                        overdue.reviews(), review -> recorder.recordMissed(review, review.missDeadline(overdue.now()))))
                .map(overdue -> overdue.reviews().size() == BATCH));
    }
}
