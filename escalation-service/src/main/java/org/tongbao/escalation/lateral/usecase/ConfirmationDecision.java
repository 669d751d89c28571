package org.tongbao.escalation.lateral.usecase;

import org.jspecify.annotations.Nullable;

/**
 * What the duty desk decided.
 *
 * @param reason needed to decline
 */
public record ConfirmationDecision(
        Outcome outcome, @Nullable String reason) {
    /** Whether the affected agencies are notified. */
    public enum Outcome {
        CONFIRMED,
        DECLINED
    }
}
