package org.tongbao.review.review.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewChange;

/** Tells the other services, with the transaction under way. */
public interface Announcer {
    Uni<Void> announce(Review review, List<ReviewChange> changes);
}
