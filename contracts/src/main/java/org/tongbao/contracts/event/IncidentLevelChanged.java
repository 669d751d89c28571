package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 等級變更: the level on record is another one, and every open limit was computed anew from its original anchor.
 *
 * @param reason {@code REVIEWED, DECLARED}
 * @param by agency that changed it
 * @param limits the obligations whose limit moved
 */
public record IncidentLevelChanged(
        UUID incidentId, int from, int to, String reason, String by, Instant changedAt, List<Limit> limits)
        implements IncidentPayload {

    /**
     * @param key such as {@code damage-control}
     * @param overdue whether the new limit had already passed when the level changed
     */
    public record Limit(String key, @Nullable Instant dueAt, boolean overdue) {}
}
