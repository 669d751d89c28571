package org.tongbao.review.queue.usecase;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.review.incident.domain.IncidentId;
import org.tongbao.review.review.domain.Status;

/**
 * Filter of the review queue, which is ordered by due time; reviews without one come last.
 *
 * @param authority whose turn it is
 * @param after where the page before ended
 */
public record QueueFilter(
        Set<Status> states,
        @Nullable ReviewKind kind,
        @Nullable String authority,
        @Nullable IncidentId incident,
        @Nullable Instant updatedSince,
        @Nullable Position after,
        int limit) {
    public QueueFilter {
        states = Set.copyOf(states);
    }

    /**
     * @param dueAt null where nothing is due
     */
    public record Position(@Nullable Instant dueAt, UUID id) {}
}
