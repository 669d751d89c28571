package org.tongbao.escalation.delivery.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.notice.domain.LadderPosition;
import org.tongbao.escalation.notice.usecase.Announcements.EndedDelivery;

/** The messages to send, with every attempt. All within a transaction of the engine. */
public interface Deliveries {
    /**
     * Claims what is due and supersedes what is no longer needed. The gravest comes first, of one level what was never tried, of
     * that ladders before what goes to many. Nobody else works on a claimed one until its lease ends.
     */
    Uni<Claims> claim(int limit, Duration lease);

    /** Records the outcomes of attempts; the deliveries whose lease had not ended, and that nobody else has now. */
    Uni<Set<UUID>> record(List<Recorded> outcomes);

    /**
     * @param over superseded, since their notices are over
     */
    record Claims(List<Claimed> claimed, List<EndedDelivery> over) {}

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
            byte[] tokenHash,
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
                    tokenHash,
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
            boolean mayBeACopy) {
        static final String SUPERSEDED = "SUPERSEDED";
    }

    record Recorded(Claimed delivery, Outcome outcome) {
        boolean accepted() {
            return outcome.state().equals(SendAttempt.ACCEPTED);
        }

        /** Not tried again, since its notice is over. */
        Recorded superseded() {
            var over = new Outcome(Outcome.SUPERSEDED, "notice-over", outcome.relay(), null, outcome.mayBeACopy());
            return new Recorded(delivery, over);
        }

        EndedDelivery ended(Instant at) {
            OutgoingNotice message = delivery.message();
            return new EndedDelivery(
                    message.incidentId(),
                    message.noticeId(),
                    message.deliveryId(),
                    message.exercise(),
                    message.to().name(),
                    message.to().role(),
                    message.to().agency(),
                    delivery.channel(),
                    outcome.state(),
                    outcome.reason(),
                    at);
        }
    }
}
