package org.tongbao.intake.affected.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.intake.affected.domain.AffectedAgency;
import org.tongbao.intake.affected.usecase.AffectedAgencies;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class SqlAffectedAgencies implements AffectedAgencies {
    private static final String OF = """
            select affected, why, named_at, reached_at, how, reply from affected_agency
            where incident_id = $1 order by named_at, affected""";
    private static final String ADD = """
            insert into affected_agency (incident_id, agency, affected, why, named_at) values ($1, $2, $3, $4, $5)""";
    // The first time counts; a reply after the call is added.
    private static final String REACHED = """
            update affected_agency
            set reached_at = coalesce(reached_at, $3), how = coalesce(how, $4), reply = coalesce($5, reply)
            where incident_id = $1 and affected = $2""";

    @Override
    public Uni<List<Named>> of(UUID incidentId) {
        return Sql.query(
                OF,
                row -> new Named(
                        row.text("affected"),
                        row.text("why"),
                        row.instant("named_at"),
                        row.instantOrNull("reached_at"),
                        row.textOrNull("how"),
                        row.textOrNull("reply")),
                incidentId);
    }

    @Override
    public Uni<Void> add(Incident incident, AffectedAgency affected, Instant namedAt) {
        return Sql.update(ADD, incident.id(), incident.agency(), affected.agency(), affected.why(), namedAt)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> reached(UUID incidentId, String affected, String how, @Nullable String reply, Instant at) {
        return Sql.update(REACHED, incidentId, affected, at, how, reply).replaceWithVoid();
    }
}
