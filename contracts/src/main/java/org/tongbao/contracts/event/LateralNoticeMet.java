package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 橫向通報: an affected agency was really reached, by an answered phone task or by its own reply.
 *
 * @param how {@code PHONE_ANSWERED, REPLIED}
 * @param reply {@code AFFECTED} 受影響, {@code NOT_AFFECTED} 未受影響, {@code UNKNOWN} 不明, when it replied
 * @param enteredBy who recorded the call; null with a reply
 */
public record LateralNoticeMet(
        UUID incidentId,
        UUID noticeId,
        String affectedAgency,
        String how,
        @Nullable String reply,
        Instant at,
        @Nullable EnteredBy enteredBy)
        implements IncidentPayload {}
