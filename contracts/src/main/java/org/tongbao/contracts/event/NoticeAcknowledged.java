package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 確認收悉: a person took it; the ladder stops.
 *
 * @param method {@code mail-link, mail-code, phone-code, portal}
 * @param enteredBy who entered it for that person: whoever called, or took the call; null when the person did it
 */
public record NoticeAcknowledged(
        UUID incidentId,
        UUID noticeId,
        String rule,
        String recipientAgency,
        String name,
        String role,
        String method,
        Instant at,
        @Nullable EnteredBy enteredBy)
        implements IncidentPayload {}
