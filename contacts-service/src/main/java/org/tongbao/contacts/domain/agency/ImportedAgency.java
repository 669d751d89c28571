package org.tongbao.contacts.domain.agency;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fault;

/**
 * An agency as an import has it. What it leaves blank stays as it is.
 *
 * @param place where it stands in the import
 * @param relations reviewers not included
 * @param broken whether part of it could not be read: it counts as being there, and no more is said about it
 */
public record ImportedAgency(
        String place,
        AgencyCode code,
        @Nullable String name,
        @Nullable String nameEnglish,
        @Nullable AgencyKind kind,
        @Nullable String procedure,
        @Nullable AgencyCode parent,
        Relations relations,
        @Nullable List<AgencyCode> reviewers,
        @Nullable String responsibilityLevel,
        @Nullable String zone,
        @Nullable List<String> languages,
        @Nullable Set<CiSector> sectors,
        @Nullable String oid,
        @Nullable AgencyState state,
        boolean broken) {
    private static final String DEFAULT_ZONE = "Asia/Taipei";
    private static final List<String> DEFAULT_LANGUAGES = List.of("zh-TW");

    /** What a new agency cannot be without. */
    public List<Fault> missing(@Nullable Agency known) {
        List<Fault> faults = new ArrayList<>();
        if (known == null) {
            demand(name, "/name", faults);
            demand(kind, "/kind", faults);
            demand(procedure, "/procedure", faults);
        }
        return faults;
    }

    private void demand(@Nullable Object value, String field, List<Fault> faults) {
        if (value == null) {
            faults.add(Fault.at(place + field, Fault.Reason.MISSING));
        }
    }

    public Agency over(@Nullable Agency known) {
        Agency before = known == null ? unsaid() : known;
        return new Agency(
                code,
                Objects.requireNonNullElse(name, before.name()),
                either(nameEnglish, before.nameEnglish()),
                Objects.requireNonNullElse(kind, before.kind()),
                Objects.requireNonNullElse(procedure, before.procedure()),
                either(parent, before.parent()),
                relationsOver(before.relations()),
                either(responsibilityLevel, before.responsibilityLevel()),
                Objects.requireNonNullElse(zone, before.zone()),
                Objects.requireNonNullElse(languages, before.languages()),
                Objects.requireNonNullElse(sectors, before.sectors()),
                either(oid, before.oid()),
                Objects.requireNonNullElse(state, before.state()));
    }

    private Relations relationsOver(Relations before) {
        return new Relations(
                either(relations.superior(), before.superior()),
                either(relations.supervising(), before.supervising()),
                either(relations.cityBureau(), before.cityBureau()),
                either(relations.sectorAuthority(), before.sectorAuthority()),
                either(relations.receiving(), before.receiving()),
                Objects.requireNonNullElse(reviewers, before.reviewers()));
    }

    private Agency unsaid() {
        return new Agency(
                code,
                "",
                null,
                AgencyKind.SUBORDINATE,
                "",
                null,
                Relations.NONE,
                null,
                DEFAULT_ZONE,
                DEFAULT_LANGUAGES,
                Set.of(),
                null,
                AgencyState.ACTIVE);
    }

    private static <T> @Nullable T either(@Nullable T said, @Nullable T before) {
        return said == null ? before : said;
    }
}
