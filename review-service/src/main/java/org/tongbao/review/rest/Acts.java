package org.tongbao.review.rest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.platform.access.Caller;
import org.tongbao.review.domain.Review;
import org.tongbao.review.domain.ReviewId;
import org.tongbao.review.domain.Verdict;
import org.tongbao.review.usecase.ClaimReview;
import org.tongbao.review.usecase.ConcludeReview;
import org.tongbao.review.usecase.ReleaseReview;
import org.tongbao.review.usecase.TakeOverReview;

/** What a reviewer may do with a review that he read. */
@ApplicationScoped
class Acts {
    private final ClaimReview claim;
    private final ReleaseReview release;
    private final ConcludeReview conclude;
    private final TakeOverReview takeOver;

    Acts(ClaimReview claim, ReleaseReview release, ConcludeReview conclude, TakeOverReview takeOver) {
        this.claim = claim;
        this.release = release;
        this.conclude = conclude;
        this.takeOver = takeOver;
    }

    Uni<Review> claim(Caller caller, ReviewId id, long read) {
        return claim.claim(caller, id, read);
    }

    Uni<Review> release(Caller caller, ReviewId id, long read) {
        return release.release(caller, id, read);
    }

    Uni<Review> conclude(Caller caller, ReviewId id, long read, Verdict verdict) {
        return conclude.conclude(caller, id, read, verdict);
    }

    Uni<Review> takeOver(Caller caller, ReviewId id, long read) {
        return takeOver.takeOver(caller, id, read);
    }
}
