package org.tongbao.review.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.platform.http.ETags;
import org.tongbao.review.review.domain.ReviewState;
import org.tongbao.review.review.usecase.ReviewHistoryEntry;

/** A single review as an answer, with its version as ETag. */
public final class ReviewAnswer {
    private ReviewAnswer() {}

    public static Response of(ReviewState review, @Nullable List<ReviewHistoryEntry> history, Instant now) {
        return Response.ok(ReviewView.of(review, history, now))
                .header(HttpHeaders.ETAG, ETags.of(review.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
