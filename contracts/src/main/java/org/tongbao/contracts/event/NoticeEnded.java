package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice ended without an acknowledgement.
 *
 * @param reason {@code INFORMED} (needs none), {@code SUPERSEDED}, {@code EXHAUSTED}; {@code CONFIRMED}, {@code DECLINED} by
 *     the duty desk, when the notice asked whether many affected agencies are to be told
 */
public record NoticeEnded(
        UUID incidentId, UUID noticeId, String rule, String recipientAgency, String reason, Instant at)
        implements IncidentPayload {}
