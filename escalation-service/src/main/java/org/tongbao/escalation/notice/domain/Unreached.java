package org.tongbao.escalation.notice.domain;

import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.UnreachedReason;

/**
 * What reached nobody.
 *
 * @param rule key of the notice rule, or of the occasion that calls for one
 * @param title what that is called
 * @param agency whose people it was for; null when no agency was named
 */
public record Unreached(String rule, Text title, @Nullable String agency, UnreachedReason reason) {
    /** The word of logs and metrics. */
    public String reasonKey() {
        return reason.key();
    }
}
