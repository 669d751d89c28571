package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review passed its limit; the next authority of the chain may take it over (逕行複核).
 *
 * @param kind {@code LEVEL, CLOSING}
 * @param next who may take over, null when the chain ends here
 */
public record ReviewMissed(
        UUID incidentId,
        UUID reviewId,
        String kind,
        String authority,
        String clause,
        Instant dueAt,
        @Nullable String next)
        implements IncidentPayload {}
