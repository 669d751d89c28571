package org.tongbao.contacts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.people.Absence;

/** An absence as it is sent and shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Absence")
record AbsenceBody(
        @Nullable UUID id,
        UUID contact,
        OffsetDateTime from,
        OffsetDateTime until,
        @Nullable UUID standIn,
        @Nullable OffsetDateTime effectiveFrom,
        @Nullable String reason) {

    static AbsenceBody of(UUID id, Absence absence) {
        return new AbsenceBody(
                id,
                absence.contact(),
                Times.shown(absence.from()),
                Times.shown(absence.until()),
                absence.standIn(),
                null,
                null);
    }

    Absence absence() {
        return new Absence(contact, Times.kept(from), Times.kept(until), standIn);
    }
}
