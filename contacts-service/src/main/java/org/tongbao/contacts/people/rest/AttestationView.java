package org.tongbao.contacts.people.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.people.usecase.Attestations;
import org.tongbao.platform.time.Times;

/**
 * How the entry of a contact stands.
 *
 * @param attestedAt when it was filed, changed or confirmed last
 * @param attestedBy who confirmed it; absent when it was filed or changed then
 * @param dueAt until when it must be confirmed again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AttestedContact")
record AttestationView(
        String agency,
        UUID contact,
        String name,
        OffsetDateTime attestedAt,
        @Nullable String attestedBy,
        OffsetDateTime dueAt,
        boolean overdue) {
    static AttestationView of(Attestations.Attested it) {
        return new AttestationView(
                it.agency().value(),
                it.contact(),
                it.name(),
                Times.shown(it.at()),
                it.by(),
                Times.shown(it.until()),
                it.overdue());
    }
}
