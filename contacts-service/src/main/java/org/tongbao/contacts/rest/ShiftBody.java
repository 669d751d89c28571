package org.tongbao.contacts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.people.Shift;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;

/** A shift as it is sent and shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Shift")
record ShiftBody(
        @Nullable UUID id,
        String role,
        UUID contact,
        OffsetDateTime from,
        OffsetDateTime until,
        @Nullable OffsetDateTime effectiveFrom,
        @Nullable String reason) {

    static ShiftBody of(UUID id, Shift shift) {
        return new ShiftBody(
                id,
                shift.role().key(),
                shift.contact(),
                Times.shown(shift.from()),
                Times.shown(shift.until()),
                null,
                null);
    }

    Shift shift() {
        return new Shift(Keyed.find(Role.class, role).orElseThrow(), contact, Times.kept(from), Times.kept(until));
    }
}
