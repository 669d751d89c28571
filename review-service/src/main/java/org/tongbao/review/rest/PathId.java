package org.tongbao.review.rest;

import java.util.UUID;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.review.domain.ReviewId;

/** An id in a path. What is no id leads nowhere, like an unknown one. */
final class PathId {
    private PathId() {}

    static ReviewId of(String text) {
        try {
            return new ReviewId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
