package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;

/**
 * 審核: a review waits for its authority.
 *
 * @param kind {@code LEVEL, CLOSING}
 * @param authority code of the agency that must review
 * @param clause the clause of the limit
 */
public record ReviewOpened(
        UUID incidentId, UUID reviewId, String kind, String authority, String clause, Instant openedAt, Instant dueAt)
        implements IncidentPayload {}
