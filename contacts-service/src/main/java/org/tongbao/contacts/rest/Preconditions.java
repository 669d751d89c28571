package org.tongbao.contacts.rest;

import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Expectation;
import org.tongbao.platform.http.ETags;

/** What {@code If-Match} and {@code If-None-Match} say. */
final class Preconditions {
    private Preconditions() {}

    /** For a PUT, which creates or replaces. */
    static Expectation of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifNoneMatch != null && ifNoneMatch.strip().equals("*")) {
            return Expectation.ABSENT;
        }
        return ifMatch == null ? Expectation.NOTHING : Expectation.revision(ETags.required(ifMatch));
    }

    /** For what only changes something there is. */
    static Expectation required(@Nullable String ifMatch) {
        return Expectation.revision(ETags.required(ifMatch));
    }
}
