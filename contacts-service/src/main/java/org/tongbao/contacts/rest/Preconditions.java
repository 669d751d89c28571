package org.tongbao.contacts.rest;

import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.platform.http.ETags;

/** What {@code If-Match} and {@code If-None-Match} say. */
public final class Preconditions {
    private Preconditions() {}

    /** For a PUT, which creates or replaces. */
    public static Precondition of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifNoneMatch != null && ifNoneMatch.strip().equals("*")) {
            return Precondition.ABSENT;
        }
        return ifMatch == null ? Precondition.NOTHING : Precondition.revision(ETags.required(ifMatch));
    }

    /** For what only changes something there is. */
    public static Precondition required(@Nullable String ifMatch) {
        return Precondition.revision(ETags.required(ifMatch));
    }
}
