package org.tongbao.escalation.delivery.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.notice.domain.LadderPosition;

/** The messages to send, with every attempt. All within a transaction of the engine. */
public interface Deliveries {
    /**
     * Claims what is due, the gravest first, and supersedes what is no longer needed. Nobody else works on a claimed one
     * until its lease ends.
     */
    Uni<List<Claimed>> claim(int limit, Duration lease);

    /** Records the outcome of an attempt; false when the lease had ended and somebody else has it now. */
    Uni<Boolean> record(Claimed delivery, Outcome outcome);

    /**
     * @param message without its acknowledgement
     * @param procedureHash of the version that the incident was opened under
     * @param needsAcknowledgement whether a link belongs into it
     * @param fence grows with each claim
     */
    record Claimed(
            OutgoingNotice message,
            String procedureHash,
            String channel,
            UUID toldId,
            UUID contact,
            LadderPosition position,
            boolean needsAcknowledgement,
            long fence,
            AttemptHistory history) {
        Claimed naming(Text obligation) {
            return new Claimed(
                    message.naming(obligation),
                    procedureHash,
                    channel,
                    toldId,
                    contact,
                    position,
                    needsAcknowledgement,
                    fence,
                    history);
        }
    }

    /**
     * @param state of the delivery from now on
     * @param retryIn null when it is not tried again
     * @param mayBeACopy whether the relay has it, or may have it
     */
    record Outcome(
            String state,
            @Nullable String reason,
            @Nullable String relay,
            @Nullable Duration retryIn,
            boolean mayBeACopy) {}
}
