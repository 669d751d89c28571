package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one person by one channel came to an end.
 *
 * @param outcome {@code ACCEPTED, ACKNOWLEDGED, BOUNCED, PERMANENT, AMBIGUOUS, SUPERSEDED}; of a phone task {@code
 *     ANSWERED, NO_ANSWER, WRONG_NUMBER}
 * @param reason typed reason such as {@code smtp-550}
 * @param enteredBy of a phone task: who recorded the call
 */
public record DeliveryEnded(
        UUID incidentId,
        UUID noticeId,
        UUID deliveryId,
        NoticeOpened.Told to,
        String outcome,
        @Nullable String reason,
        Instant at,
        @Nullable EnteredBy enteredBy)
        implements IncidentPayload {}
