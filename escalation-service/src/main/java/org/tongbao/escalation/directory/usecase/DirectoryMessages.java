package org.tongbao.escalation.directory.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.delivery.usecase.AttemptHistory;
import org.tongbao.escalation.delivery.usecase.Deliveries;
import org.tongbao.escalation.directory.domain.Addressee;
import org.tongbao.escalation.directory.domain.DirectoryNotification;

/** Messages of the directory, with every attempt. All within a transaction of the engine. */
public interface DirectoryMessages {
    /** Takes one in; false when it is there already. */
    Uni<Boolean> add(Message message);

    /**
     * Gives a message to the channel that is next, with attempts of its own. Where none is left it stays ended as it is,
     * or ends now.
     *
     * @param reason why it ends when it has not yet
     */
    Uni<Void> switchTo(UUID id, Addressee.NextChannel next, String reason);

    /** Claims what is due, and supersedes what is too late. Nobody else works on a claimed one until its lease ends. */
    Uni<List<Claimed>> claim(int limit, Duration lease);

    /** Records the outcome of an attempt; false when the lease had ended and somebody else has it now. */
    Uni<Boolean> record(Claimed message, Deliveries.Outcome outcome);

    /**
     * @param id of the event, so that a repeated one has no second effect
     */
    record Message(
            UUID id,
            String agency,
            Addressee to,
            DirectoryNotification notification,
            @Nullable String code) {
        // A database that refuses a row says the whole of it, and the log would have the code.
        public Message {
            Objects.requireNonNull(agency, "agency");
            if ((code == null) == (notification.kind() == DirectoryNotification.Kind.CODE_REQUESTED)) {
                throw new IllegalArgumentException("a code belongs to a message about a code");
            }
        }

        /** Without the code, which must not reach a log. */
        @Override
        public String toString() {
            return "message %s of kind %s".formatted(id, notification.kind());
        }
    }

    /**
     * @param channel type of the one that is next
     * @param position of it
     * @param fence grows with each claim
     */
    record Claimed(
            OutgoingDirectoryMessage message, String channel, int position, long fence, AttemptHistory history) {}
}
