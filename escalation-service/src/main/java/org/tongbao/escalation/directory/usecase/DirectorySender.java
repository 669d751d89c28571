package org.tongbao.escalation.directory.usecase;

import io.smallrye.mutiny.Uni;
import org.tongbao.escalation.delivery.usecase.NoticeSender;
import org.tongbao.escalation.delivery.usecase.SendResult;

/** A channel for messages of the directory. A type of channel that has none is passed over. */
public interface DirectorySender {
    /** The word of the directory for it, such as {@code mail}. */
    String channel();

    /** Sends once and never hangs, as {@link NoticeSender} does. */
    Uni<SendResult> send(OutgoingDirectoryMessage message);
}
