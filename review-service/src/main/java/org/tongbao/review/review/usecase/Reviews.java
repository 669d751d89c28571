package org.tongbao.review.review.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongbao.review.incident.domain.IncidentId;
import org.tongbao.review.queue.usecase.QueueFilter;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewChange;
import org.tongbao.review.review.domain.ReviewId;

/** The stored reviews in the scope of the current transaction. */
public interface Reviews {
    Uni<Void> add(Review review);

    /** Saves the changes of a locked review, with its history. */
    Uni<Void> save(Review review, List<ReviewChange> changes);

    Uni<Optional<Review>> find(ReviewId id);

    /** Locks the row until the transaction ends. */
    Uni<Optional<Review>> findForUpdate(ReviewId id);

    /** Locks the pending reviews of an incident. */
    Uni<List<Review>> findPendingForUpdate(IncidentId incident);

    /** Locks reviews whose limit has passed by the database's clock, skipping those locked by another replica. */
    Uni<Overdue> findOverdueForUpdate(int limit);

    Uni<List<Review>> queue(QueueFilter filter);

    /** Everything that happened to it, oldest first. */
    Uni<List<ReviewHistoryEntry>> history(ReviewId id);

    /**
     * @param now what the database's clock says
     */
    record Overdue(Instant now, List<Review> reviews) {}
}
