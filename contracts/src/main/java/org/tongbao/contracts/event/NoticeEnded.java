package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice ended without an acknowledgement.
 *
 * @param reason {@code INFORMED} (needs none), {@code SUPERSEDED}, {@code EXHAUSTED}
 */
public record NoticeEnded(
        UUID incidentId, UUID noticeId, String rule, String recipientAgency, String reason, Instant at)
        implements IncidentPayload {}
