package org.tongbao.contacts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.agency.Agency;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.AgencyKind;
import org.tongbao.contacts.domain.agency.AgencyState;
import org.tongbao.contacts.domain.agency.CiSector;
import org.tongbao.contacts.domain.agency.Relations;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.platform.http.RequestBody;
import org.tongbao.platform.http.Violation;

/** An agency as it is sent; {@code schemas/agency.json} says what may stand in it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AgencyRequest")
record AgencyBody(
        @Nullable String code,
        String name,
        @Nullable String nameEnglish,
        String kind,
        String procedure,
        @Nullable String parent,
        @Nullable RelationsBody relations,
        @Nullable String responsibilityLevel,
        @Nullable String zone,
        @Nullable List<String> languages,
        @Nullable List<String> sectors,
        @Nullable String oid,
        @Nullable String state,
        @Nullable OffsetDateTime effectiveFrom,
        @Nullable String reason,
        @Nullable JsonNode path,
        @Nullable JsonNode updatedAt) {
    static final RequestBody<AgencyBody> READER =
            RequestBody.of(AgencyBody.class, "schemas/agency.json", Refusals.SLUG, Refusals.TITLE);
    private static final String DEFAULT_ZONE = "Asia/Taipei";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RelationsBody(
            @Nullable String superior,
            @Nullable String supervising,
            @Nullable String cityBureau,
            @Nullable String sectorAuthority,
            @Nullable String receiving,
            @Nullable List<String> reviewers) {}

    /** What the schema cannot say. */
    static List<Violation> violations(JsonNode tree, @Nullable AgencyCode expected) {
        List<Fault> faults = new ArrayList<>();
        JsonNode zone = tree.path("zone");
        if (zone.isTextual() && !isZone(zone.textValue())) {
            faults.add(new Fault("/zone", Fault.Reason.UNKNOWN_ZONE, zone.textValue()));
        }
        JsonNode code = tree.path("code");
        if (expected != null && code.isTextual() && !code.textValue().equals(expected.value())) {
            faults.add(Fault.at("/code", Fault.Reason.WRONG_ID));
        }
        return Refusals.violations(faults);
    }

    static boolean isZone(String text) {
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(text).getId());
        } catch (DateTimeException e) {
            return false;
        }
    }

    Agency agency(AgencyCode known) {
        return new Agency(
                known,
                name,
                nameEnglish,
                Keyed.find(AgencyKind.class, kind).orElseThrow(),
                procedure,
                code(parent),
                relations == null ? Relations.NONE : relations(relations),
                responsibilityLevel,
                Objects.requireNonNullElse(zone, DEFAULT_ZONE),
                Objects.requireNonNullElse(languages, List.of("zh-TW")),
                Objects.requireNonNullElse(sectors, List.<String>of()).stream()
                        .map(it -> Keyed.find(CiSector.class, it).orElseThrow())
                        .collect(Collectors.toSet()),
                oid,
                state == null
                        ? AgencyState.ACTIVE
                        : Keyed.find(AgencyState.class, state).orElseThrow());
    }

    private static Relations relations(RelationsBody body) {
        return new Relations(
                code(body.superior),
                code(body.supervising),
                code(body.cityBureau),
                code(body.sectorAuthority),
                code(body.receiving),
                body.reviewers == null
                        ? List.of()
                        : body.reviewers.stream().map(AgencyCode::new).toList());
    }

    private static @Nullable AgencyCode code(@Nullable String text) {
        return text == null ? null : new AgencyCode(text);
    }
}
