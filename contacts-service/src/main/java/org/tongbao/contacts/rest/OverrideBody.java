package org.tongbao.contacts.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.people.DutyOverride;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;

/** An override as it is sent and shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DutyOverride")
// From when it holds is read beside it.
@JsonIgnoreProperties({"effectiveFrom", "reason"})
record OverrideBody(@Nullable UUID id, String role, UUID contact, OffsetDateTime from, OffsetDateTime until) {

    static OverrideBody of(UUID id, DutyOverride override) {
        return new OverrideBody(
                id,
                override.role().key(),
                override.contact(),
                Times.shown(override.from()),
                Times.shown(override.until()));
    }

    DutyOverride override() {
        return new DutyOverride(
                Keyed.find(Role.class, role).orElseThrow(), contact, Times.kept(from), Times.kept(until));
    }
}
