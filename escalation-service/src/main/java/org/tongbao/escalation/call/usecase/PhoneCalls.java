package org.tongbao.escalation.call.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.directory.domain.Addressee;
import org.tongbao.escalation.directory.domain.DirectoryNotification;
import org.tongbao.escalation.notice.domain.LadderPosition;
import org.tongbao.platform.access.Caller;

/** Calls and their results. Within a transaction of the engine that has locked the notice. */
public interface PhoneCalls {
    Uni<Optional<Call>> find(UUID id);

    Uni<Void> record(UUID id, Result result);

    /** A call of the directory, its message locked. */
    Uni<Optional<OfDirectory>> findForUpdate(UUID id);

    /** Ends the call and its message. */
    Uni<Void> record(OfDirectory call, Result result);

    /**
     * @param state of its delivery
     * @param outcome null while nobody called
     */
    record Call(
            UUID id,
            UUID noticeId,
            UUID contact,
            String name,
            String role,
            String agency,
            LadderPosition position,
            String state,
            @Nullable String outcome) {}

    /**
     * @param state of the delivery, or of the message of the directory, from now on
     */
    record Result(
            String outcome,
            String state,
            String reason,
            @Nullable String note,
            Caller by,
            Instant at) {}

    /**
     * @param waits whether nobody called and somebody still should
     * @param outcome null while nobody called
     */
    record OfDirectory(
            UUID id,
            UUID messageId,
            String agency,
            Addressee to,
            DirectoryNotification notification,
            int position,
            boolean waits,
            @Nullable String outcome) {}
}
