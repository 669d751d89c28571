package org.tongbao.platform.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.tongbao.contracts.procedure.Relation;
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.platform.sql.Sql;

/**
 * Who may see an incident: its agency, those above it, and those to whom it was opened. The rule is the database's function
 * {@code caller_sees}, which row-level security asks too; the openings are written here and nowhere else. What was opened
 * stays open.
 */
@ApplicationScoped
public class IncidentAccess {
    private static final String OPEN = """
            insert into incident_access (incident_id, owner, agency, why)
            select $1, $2, o.agency, o.why from unnest($3::text[], $4::text[]) as o(agency, why)
            on conflict do nothing""";
    private static final String OPEN_BY_RELATION = """
            insert into incident_access (incident_id, owner, agency, why)
            select i.id::uuid, $2, o.agency, o.why
            from unnest($1::text[]) as i(id), unnest($3::text[], $4::text[]) as o(agency, why)
            where not exists (
                select from incident_access a where a.incident_id = i.id::uuid and a.why = any($5::text[]))
            on conflict do nothing""";
    /** All but the one that is there without a relation: the competent authority sees reports of unknown agencies at once. */
    private static final List<Relation> RELATIONS =
            List.copyOf(EnumSet.complementOf(EnumSet.of(Relation.COMPETENT_AUTHORITY)));

    /** Why an incident is open to an agency. */
    public record Why(String key) {
        /** It stands in this relation to the agency of the incident. */
        public static Why of(Relation relation) {
            return new Why(relation.key());
        }

        /** It is its turn to review. */
        public static Why of(ReviewKind review) {
            return new Why(review.key() + "-review");
        }
    }

    public record Opening(String agency, Why why) {
        public Opening {
            Objects.requireNonNull(agency, "agency");
        }
    }

    /**
     * A condition for a statement in the caller's scope: what row-level security asks as well.
     *
     * @param incident alias of a row with {@code id} and {@code agency}
     */
    public static String visible(String incident) {
        return "exists (select from caller_sees(%1$s.agency, %1$s.id))".formatted(incident);
    }

    /**
     * {@link #open} as part of a statement that writes the incident as well.
     *
     * @param incident a row with {@code id} and {@code agency}, such as the name of a {@code with} query
     * @param openings the parameter, a text: a JSON array of objects with {@code agency} and {@code why}
     */
    public static String opening(String incident, String openings) {
        return """
                insert into incident_access (incident_id, owner, agency, why)
                select i.id, i.agency, o.agency, o.why
                from %s i, json_to_recordset(%s::text::json) as o(agency text, why text)""".formatted(incident, openings);
    }

    /**
     * Opens an incident, within the transaction under way.
     *
     * @param owner the incident's agency
     */
    public Uni<Void> open(UUID incident, String owner, Collection<Opening> openings) {
        return openings.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.update(
                                OPEN,
                                incident,
                                owner,
                                Sql.texts(openings, Opening::agency),
                                Sql.texts(openings, it -> it.why().key()))
                        .replaceWithVoid();
    }

    /** Opens those of an agency's incidents that no relation of its own has opened yet: it was not known when it reported. */
    public Uni<Void> openByRelation(Collection<UUID> incidents, String owner, Collection<Opening> openings) {
        return incidents.isEmpty() || openings.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.update(
                                OPEN_BY_RELATION,
                                Sql.texts(incidents, it -> it),
                                owner,
                                Sql.texts(openings, Opening::agency),
                                Sql.texts(openings, it -> it.why().key()),
                                Sql.texts(RELATIONS, Relation::key))
                        .replaceWithVoid();
    }

    public Uni<Void> open(UUID incident, String owner, Opening opening) {
        return open(incident, owner, List.of(opening));
    }
}
