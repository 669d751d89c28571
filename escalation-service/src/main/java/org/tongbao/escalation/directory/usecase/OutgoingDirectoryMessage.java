package org.tongbao.escalation.directory.usecase;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.directory.domain.Addressee;
import org.tongbao.escalation.directory.domain.DirectoryNotification;

/**
 * One message of the directory to one person by one channel, with everything its wording needs.
 *
 * @param messageId the whole Message-ID with angle brackets, the same in every attempt and by every channel
 * @param address of the channel that is next
 * @param code with {@link DirectoryNotification.CodeRequested} only
 * @param secondRelay whether to begin with the second relay, since the first has not accepted it for long
 */
public record OutgoingDirectoryMessage(
        UUID id,
        String messageId,
        Addressee to,
        String address,
        DirectoryNotification notification,
        @Nullable String code,
        boolean secondRelay) {
    /** Without the code, which must not reach a log. */
    @Override
    public String toString() {
        return "message %s of kind %s".formatted(id, notification.kind());
    }
}
