package org.tongbao.escalation.call.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.delivery.usecase.SendAttempt;
import org.tongbao.escalation.directory.domain.Addressee;
import org.tongbao.escalation.directory.domain.DirectoryNotification;
import org.tongbao.escalation.notice.domain.LadderPosition;
import org.tongbao.escalation.usecase.Refusal;
import org.tongbao.platform.access.Caller;

/** Calls and their results. Within a transaction of the engine that has locked the notice. */
public interface PhoneCalls {
    Uni<Optional<Call>> find(UUID id);

    Uni<Void> record(UUID id, Result result);

    /** A call of the directory, its message locked. */
    Uni<Optional<OfDirectory>> findForUpdate(UUID id);

    /** Ends the call and its message. */
    Uni<Void> record(OfDirectory call, Result result);

    /** A call that a result is recorded of once. */
    interface Recordable {
        /** Whether nobody called and somebody still should. */
        boolean waits();

        /** Null while nobody called. */
        @Nullable
        String outcome();

        /** The same result again changes nothing. */
        default boolean has(CallResult result) {
            return result.outcome().name().equals(outcome());
        }

        default Optional<Refusal> refusal() {
            if (waits()) {
                return Optional.empty();
            }
            return Optional.of(outcome() == null ? Refusal.NO_LONGER_NEEDED : Refusal.ALREADY_RECORDED);
        }
    }

    /**
     * @param state of its delivery
     * @param outcome null while nobody called
     * @param holdsCode whether a mail has brought this person a code, or is about to; never so where mail is forbidden
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
            @Nullable String outcome,
            boolean holdsCode)
            implements Recordable {
        private static final String PENDING = "PENDING";

        @Override
        public boolean waits() {
            return state.equals(PENDING);
        }
    }

    /**
     * @param state of the delivery, or of the message of the directory, from now on
     */
    record Result(
            String outcome,
            String state,
            String reason,
            @Nullable String note,
            Caller by,
            Instant at) {
        static Result of(CallResult it, Caller by, Instant at) {
            return new Result(
                    it.outcome().name(),
                    it.answered() ? SendAttempt.ACCEPTED : SendAttempt.PERMANENT,
                    it.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    it.note(),
                    by,
                    at);
        }
    }

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
            @Nullable String outcome)
            implements Recordable {}
}
