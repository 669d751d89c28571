package org.tongbao.review.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongbao.review.domain.IncidentId;
import org.tongbao.review.domain.Review;
import org.tongbao.review.domain.ReviewChange;
import org.tongbao.review.domain.ReviewId;

/** The kept reviews that the scope of the transaction under way may see. */
public interface Reviews {
    Uni<Void> add(Review review);

    /** Keeps the changes of a review that was taken, with its history. */
    Uni<Void> save(Review review, List<ReviewChange> changes);

    Uni<Optional<Review>> find(ReviewId id);

    /** Finds it and holds it until the transaction ends. */
    Uni<Optional<Review>> take(ReviewId id);

    /** Takes those of an incident that wait for a decision. */
    Uni<List<Review>> takePending(IncidentId incident);

    /** Takes reviews whose limit has passed by the database's clock, and that nobody else holds. */
    Uni<Overdue> takeOverdue(int limit);

    Uni<List<Review>> queue(QueueQuestion question);

    /** Everything that happened to it, oldest first. */
    Uni<List<ChangeRecord>> history(ReviewId id);

    /**
     * @param now what the database's clock says
     */
    record Overdue(Instant now, List<Review> reviews) {}
}
