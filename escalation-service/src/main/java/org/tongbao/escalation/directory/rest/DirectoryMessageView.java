package org.tongbao.escalation.directory.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.directory.domain.DirectoryNotification;
import org.tongbao.escalation.directory.usecase.DirectoryMessageQueries;
import org.tongbao.escalation.directory.usecase.ReadDirectoryMessages;

/**
 * A message of the directory as it is answered. A code is never part of it.
 *
 * @param matter the notification, by its kind
 * @param channel that is in use, or was last
 * @param attempts with one message only
 */
@Schema(name = "DirectoryMessage")
record DirectoryMessageView(
        UUID id,
        String agency,
        DirectoryNotification.Kind kind,
        DirectoryNotification matter,
        To to,
        @Nullable String channel,
        String state,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant endedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<DirectoryMessageQueries.Attempt> attempts) {

    @Schema(name = "DirectoryMessageTo")
    record To(UUID contact, String name, String language) {}

    static DirectoryMessageView of(ReadDirectoryMessages.Detail detail) {
        return of(detail.message(), detail.attempts());
    }

    static DirectoryMessageView of(DirectoryMessageQueries.Summary it) {
        return of(it, null);
    }

    private static DirectoryMessageView of(
            DirectoryMessageQueries.Summary it, @Nullable List<DirectoryMessageQueries.Attempt> attempts) {
        return new DirectoryMessageView(
                it.id(),
                it.agency(),
                it.notification().kind(),
                it.notification(),
                new To(it.contact(), it.name(), it.language()),
                it.channel(),
                it.state(),
                it.reason(),
                it.createdAt(),
                it.updatedAt(),
                it.nextAttemptAt(),
                it.endedAt(),
                attempts);
    }
}
