package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.domain.Rung;
import org.tongbao.platform.access.Caller;

/** The results of calls. Within a transaction of the engine that has locked the notice. */
public interface PhoneCalls {
    Uni<Optional<Call>> find(UUID id);

    Uni<Void> record(UUID id, Result result);

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
            Rung rung,
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
}
