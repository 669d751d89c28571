package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 審核: a review waits for its authority.
 *
 * @param kind {@code LEVEL, CLOSING}
 * @param authority code of the agency that must review
 * @param clause the clause of the limit
 * @param dueAt null when no clause names a limit, as for the receipt of a closing
 */
public record ReviewOpened(
        UUID incidentId,
        UUID reviewId,
        String kind,
        String authority,
        String clause,
        Instant openedAt,
        @Nullable Instant dueAt)
        implements IncidentPayload {}
