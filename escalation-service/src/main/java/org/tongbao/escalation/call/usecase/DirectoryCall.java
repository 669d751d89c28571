package org.tongbao.escalation.call.usecase;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.directory.domain.DirectoryNotification;

/**
 * A call that the directory asks for.
 *
 * @param waits whether nobody called and somebody still should
 * @param code to read aloud, null unless whoever asks may
 */
public record DirectoryCall(
        UUID id,
        UUID messageId,
        String agency,
        DirectoryNotification notification,
        String name,
        String agencyName,
        @Nullable String agencyNameEnglish,
        String language,
        String phone,
        Instant createdAt,
        boolean waits,
        @Nullable String outcome,
        @Nullable String resultByName,
        @Nullable Instant resultAt,
        @Nullable String code)
        implements PhoneTask {
    @Override
    public <T> T match(Function<NoticeCall, T> ofNotice, Function<DirectoryCall, T> ofDirectory) {
        return ofDirectory.apply(this);
    }

    @Override
    public int level() {
        return 0;
    }

    DirectoryCall with(@Nullable String other) {
        return new DirectoryCall(
                id,
                messageId,
                agency,
                notification,
                name,
                agencyName,
                agencyNameEnglish,
                language,
                phone,
                createdAt,
                waits,
                outcome,
                resultByName,
                resultAt,
                other);
    }

    /** Without the code, which must not reach a log. */
    @Override
    public String toString() {
        return "call %s of message %s".formatted(id, messageId);
    }
}
