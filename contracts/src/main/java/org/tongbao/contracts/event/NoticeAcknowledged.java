package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;

/**
 * 確認收悉: a person took it; the ladder stops.
 *
 * @param method {@code mail-link, mail-code, phone-code, portal}
 */
public record NoticeAcknowledged(
        UUID incidentId,
        UUID noticeId,
        String rule,
        String recipientAgency,
        String name,
        String role,
        String method,
        Instant at)
        implements IncidentPayload {}
