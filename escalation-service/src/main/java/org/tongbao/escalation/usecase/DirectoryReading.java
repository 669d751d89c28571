package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.domain.Matter;

/** What people look up of the directory's messages. Within a transaction of the caller, where nothing else is said. */
public interface DirectoryReading {
    Uni<List<Summary>> list(Question question);

    Uni<Optional<Summary>> find(UUID id);

    Uni<List<Attempt>> attempts(UUID messageId);

    Uni<List<Call>> calls(CallQuestion question);

    Uni<Optional<Call>> call(UUID id);

    /** The codes that these messages still carry. Within a transaction of the engine: callers hold no right to them. */
    Uni<Map<UUID, String>> codes(Collection<UUID> messageIds);

    /**
     * @param after cursor: the id of the last message of the page before
     */
    record Question(
            @Nullable Instant updatedSince, @Nullable UUID after, int limit) {}

    /**
     * @param open those that wait for a call, or those that are done
     * @param after cursor: the id of the last call of the page before
     */
    record CallQuestion(boolean open, @Nullable UUID after, int limit) {}

    /**
     * @param channel type of the one whose turn it is, or was last; null when the addressee has none
     */
    record Summary(
            UUID id,
            String agency,
            Matter matter,
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

    /**
     * A call to make.
     *
     * @param waits whether nobody called and somebody still should
     * @param code to read aloud, null unless whoever asks may
     */
    record Call(
            UUID id,
            UUID messageId,
            String agency,
            Matter matter,
            String name,
            String agencyName,
            @Nullable String agencyNameEnglish,
            String language,
            String phone,
            Instant createdAt,
            boolean waits,
            @Nullable String outcome,
            @Nullable String resultByName,
            @Nullable Instant resultAt,
            @Nullable String code)
            implements PhoneTask {
        @Override
        public int level() {
            return 0;
        }

        Call with(@Nullable String other) {
            return new Call(
                    id,
                    messageId,
                    agency,
                    matter,
                    name,
                    agencyName,
                    agencyNameEnglish,
                    language,
                    phone,
                    createdAt,
                    waits,
                    outcome,
                    resultByName,
                    resultAt,
                    other);
        }

        /** Without the code, which must not reach a log. */
        @Override
        public String toString() {
            return "call %s of message %s".formatted(id, messageId);
        }
    }
}
