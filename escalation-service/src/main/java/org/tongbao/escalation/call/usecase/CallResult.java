package org.tongbao.escalation.call.usecase;

import org.jspecify.annotations.Nullable;

/**
 * What came of a call.
 *
 * @param code that the person spoke, null when none was asked for
 * @param note of whoever called
 */
public record CallResult(
        Outcome outcome, @Nullable String code, @Nullable String note) {
    boolean answered() {
        return outcome == Outcome.ANSWERED;
    }

    /** How a call may end. */
    public enum Outcome {
        ANSWERED,
        NO_ANSWER,
        WRONG_NUMBER
    }
}
