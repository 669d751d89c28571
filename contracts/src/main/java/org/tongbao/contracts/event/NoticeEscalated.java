package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The ladder went a step further.
 *
 * @param step counts from 1, which was the opening
 * @param because {@code NOT_ACKNOWLEDGED, REFUSED, NOBODY_IN_ROLE, NOT_ANSWERED, ACKNOWLEDGEMENT_STALE}
 */
public record NoticeEscalated(
        UUID incidentId, UUID noticeId, int step, String because, Instant at, List<NoticeOpened.Told> told)
        implements IncidentPayload {}
