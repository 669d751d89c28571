package org.tongbao.contacts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.people.Deputyship;

/** Deputies of a contact as they are sent and shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Deputyship")
record DeputyshipBody(
        @Nullable UUID id,
        UUID contact,
        List<UUID> deputies,
        OffsetDateTime from,
        @Nullable OffsetDateTime until,
        @Nullable List<PermissionBody> permissions,
        @Nullable OffsetDateTime effectiveFrom,
        @Nullable String reason) {

    /** A right, or the membership in a group, that the deputies have. */
    record PermissionBody(String name, OffsetDateTime inForceFrom) {
        static @Nullable List<PermissionBody> of(List<Deputyship.Permission> permissions) {
            return permissions.isEmpty()
                    ? null
                    : permissions.stream()
                            .map(it -> new PermissionBody(it.name(), Times.shown(it.inForceFrom())))
                            .toList();
        }

        Deputyship.Permission permission() {
            return new Deputyship.Permission(name, Times.kept(inForceFrom));
        }
    }

    static DeputyshipBody of(UUID id, Deputyship deputyship) {
        return new DeputyshipBody(
                id,
                deputyship.contact(),
                deputyship.deputies(),
                Times.shown(deputyship.from()),
                Times.shownOrNull(deputyship.until()),
                PermissionBody.of(deputyship.permissions()),
                null,
                null);
    }

    Deputyship deputyship() {
        return new Deputyship(
                contact,
                deputies,
                Times.kept(from),
                until == null ? null : Times.kept(until),
                Objects.requireNonNullElse(permissions, List.<PermissionBody>of()).stream()
                        .map(PermissionBody::permission)
                        .toList());
    }
}
