package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A limit drew near, passed, or was met.
 *
 * @param key such as {@code damage-control}
 * @param clause such as {@code §21(二)}
 * @param progress {@code WARNED, OVERDUE, MET, MET_LATE}
 * @param percent of the limit that has passed, with {@code WARNED}
 */
public record ObligationProgressed(
        UUID incidentId,
        String key,
        String clause,
        String progress,
        @Nullable Integer percent,
        @Nullable Instant dueAt,
        Instant at)
        implements IncidentPayload {}
