package org.tongbao.contacts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.agency.Agency;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.CiSector;
import org.tongbao.contacts.domain.agency.Relations;
import org.tongbao.contacts.rest.AgencyBody.RelationsBody;
import org.tongbao.contacts.usecase.ListedAgency;
import org.tongbao.contacts.usecase.PlacedAgency;

/** An agency as it is shown: whole within reach, else code, names and kind alone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Agency")
record AgencyView(
        String code,
        String name,
        @Nullable String nameEnglish,
        String kind,
        @Nullable String parent,
        @Nullable List<String> path,
        @Nullable String procedure,
        @Nullable RelationsBody relations,
        @Nullable String responsibilityLevel,
        @Nullable String zone,
        @Nullable List<String> languages,
        @Nullable List<String> sectors,
        @Nullable String oid,
        @Nullable String state,
        @Nullable OffsetDateTime updatedAt) {

    static AgencyView of(ListedAgency listed) {
        return listed.reach().mayRead()
                ? whole(listed.placed())
                : nameOnly(listed.placed().agency());
    }

    // That an agency is no more is as open as its name: nobody should name it as affected.
    private static AgencyView nameOnly(Agency agency) {
        return new AgencyView(
                agency.code().value(),
                agency.name(),
                agency.nameEnglish(),
                agency.kind().key(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                agency.isDissolved() ? agency.state().key() : null,
                null);
    }

    private static AgencyView whole(PlacedAgency placed) {
        return of(
                placed.agency(),
                placed.path().stream().map(AgencyCode::value).toList(),
                Times.shown(placed.updatedAt()));
    }

    /** What people file about it, without what follows from the tree. */
    static AgencyView filed(Agency agency) {
        return of(agency, null, null);
    }

    private static AgencyView of(Agency agency, @Nullable List<String> path, @Nullable OffsetDateTime updatedAt) {
        return new AgencyView(
                agency.code().value(),
                agency.name(),
                agency.nameEnglish(),
                agency.kind().key(),
                text(agency.parent()),
                path,
                agency.procedure(),
                relations(agency.relations()),
                agency.responsibilityLevel(),
                agency.zone(),
                agency.languages(),
                agency.sectors().stream().sorted().map(CiSector::key).toList(),
                agency.oid(),
                agency.state().key(),
                updatedAt);
    }

    private static RelationsBody relations(Relations relations) {
        return new RelationsBody(
                text(relations.superior()),
                text(relations.supervising()),
                text(relations.cityBureau()),
                text(relations.sectorAuthority()),
                text(relations.receiving()),
                relations.reviewers().stream().map(AgencyCode::value).toList());
    }

    private static @Nullable String text(@Nullable AgencyCode code) {
        return code == null ? null : code.value();
    }
}
