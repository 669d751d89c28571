package org.tongbao.escalation.delivery.usecase;

import io.smallrye.mutiny.Uni;

/** A channel: sends one message to one person. */
public interface NoticeSender {
    /** The word of the procedures for it, such as {@code mail}. */
    String channel();

    /**
     * Sends once and never hangs: an answer comes within a time well below the lease of a delivery (30 s). Repetition is
     * not its concern. A failed {@code Uni} counts as {@link SendResult.Unknown}.
     */
    Uni<SendResult> send(OutgoingNotice message);
}
