package org.tongbao.review.decision.rest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.platform.access.Caller;
import org.tongbao.review.decision.usecase.ClaimReview;
import org.tongbao.review.decision.usecase.ConcludeReview;
import org.tongbao.review.decision.usecase.ReleaseReview;
import org.tongbao.review.decision.usecase.TakeOverReview;
import org.tongbao.review.review.domain.Decision;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewId;

/** The actions of a reviewer on a review, each with the version that was read. */
@ApplicationScoped
class ReviewActions {
    private final ClaimReview claim;
    private final ReleaseReview release;
    private final ConcludeReview conclude;
    private final TakeOverReview takeOver;

    ReviewActions(ClaimReview claim, ReleaseReview release, ConcludeReview conclude, TakeOverReview takeOver) {
        this.claim = claim;
        this.release = release;
        this.conclude = conclude;
        this.takeOver = takeOver;
    }

    Uni<Review> claim(Caller caller, ReviewId id, long expectedVersion) {
        return claim.claim(caller, id, expectedVersion);
    }

    Uni<Review> release(Caller caller, ReviewId id, long expectedVersion) {
        return release.release(caller, id, expectedVersion);
    }

    Uni<Review> conclude(Caller caller, ReviewId id, long expectedVersion, Decision decision) {
        return conclude.conclude(caller, id, expectedVersion, decision);
    }

    Uni<Review> takeOver(Caller caller, ReviewId id, long expectedVersion) {
        return takeOver.takeOver(caller, id, expectedVersion);
    }
}
