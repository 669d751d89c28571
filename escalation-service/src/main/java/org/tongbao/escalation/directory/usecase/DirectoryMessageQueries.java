package org.tongbao.escalation.directory.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.directory.domain.DirectoryNotification;

/** What people look up of the directory's messages. Within a transaction of the caller. */
public interface DirectoryMessageQueries {
    Uni<List<Summary>> list(Filter filter);

    Uni<Optional<Summary>> find(UUID id);

    Uni<List<Attempt>> attempts(UUID messageId);

    /**
     * @param after cursor: the id of the last message of the page before
     */
    record Filter(@Nullable Instant updatedSince, @Nullable UUID after, int limit) {}

    /**
     * @param channel type of the one that is in use, or was last; null when the addressee has none
     */
    record Summary(
            UUID id,
            String agency,
            DirectoryNotification notification,
            UUID contact,
            String name,
            String language,
            @Nullable String channel,
            String state,
            @Nullable String reason,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant endedAt) {}

    /**
     * @param position of its channel in the addressee's order of preference, from 0
     */
    record Attempt(
            String channel,
            int position,
            int number,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String relay) {}
}
