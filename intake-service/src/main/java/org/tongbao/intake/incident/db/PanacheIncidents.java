package org.tongbao.intake.incident.db;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tongbao.intake.domain.Refusal;
import org.tongbao.intake.domain.Refused;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.incident.usecase.Incidents;
import org.tongbao.intake.incident.usecase.StoredIncident;
import org.tongbao.intake.report.domain.Report;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.IncidentAccess;
import org.tongbao.platform.inbox.EventTooEarly;
import org.tongbao.platform.procedure.ProcedureVersions;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class PanacheIncidents implements Incidents, PanacheRepositoryBase<IncidentRow, UUID> {
    private static final String SEE = "select 1 from incident i where i.id = $1 and " + IncidentAccess.visible("i");
    // Weaker than "for update", so that rows which only reference the incident can be inserted meanwhile.
    private static final String LOCK = SEE + " for no key update";
    private static final String LOCK_FOR_ENGINE = "select 1 from incident where id = $1 for no key update";
    private static final String WITH_ASSUMED_PROCEDURE =
            "select id from incident where agency = $1 and procedure_assumed";
    private static final String LOCK_OBLIGATIONS =
            "select key from obligation where incident_id = $1 order by position for no key update";

    private final ObligationRows obligations;
    private final ReportVersionRows versions;
    private final ProcedureVersions procedures;

    PanacheIncidents(ObligationRows obligations, ReportVersionRows versions, ProcedureVersions procedures) {
        this.obligations = obligations;
        this.versions = versions;
        this.procedures = procedures;
    }

    @Override
    public Uni<StoredIncident> find(Caller caller, UUID id) {
        return Sql.queryFirst(SEE, row -> id, id)
                .map(found -> found.orElseThrow(PanacheIncidents::unknown))
                .chain(this::load);
    }

    @Override
    public Uni<StoredIncident> findForUpdate(Caller caller, UUID id) {
        return Sql.queryFirst(LOCK, row -> id, id)
                .map(found -> found.orElseThrow(PanacheIncidents::unknown))
                .chain(this::lockAndLoad);
    }

    @Override
    public Uni<StoredIncident> findForUpdate(UUID id) {
        return Sql.queryFirst(LOCK_FOR_ENGINE, row -> id, id)
                .map(found -> found.orElseThrow(() -> new EventTooEarly("unknown-incident")))
                .chain(this::lockAndLoad);
    }

    private static Refused unknown() {
        return new Refused(Refusal.UNKNOWN_INCIDENT);
    }

    private Uni<StoredIncident> lockAndLoad(UUID id) {
        return Sql.query(LOCK_OBLIGATIONS, row -> id, id).chain(() -> load(id));
    }

    private Uni<StoredIncident> load(UUID id) {
        return findById(id).chain(row -> procedures.byHash(row.procedureHash).chain(procedure -> obligations
                .of(id)
                .map(owed -> new StoredIncident(
                        IncidentMapping.incident(row, owed, procedure),
                        row.title,
                        row.content,
                        row.version,
                        row.updatedAt))));
    }

    @Override
    public Uni<List<UUID>> withAssumedProcedure(String agency) {
        return Sql.query(WITH_ASSUMED_PROCEDURE, row -> row.uuid("id"), agency);
    }

    @Override
    public Uni<Void> save(Incident incident, Instant now) {
        return findById(incident.id())
                .invoke(row -> IncidentMapping.copy(incident, row, now))
                .chain(() -> obligations.save(incident));
    }

    @Override
    public Uni<Void> saveSupplement(Caller caller, Incident incident, Report report, String content, Instant now) {
        return findById(incident.id())
                .call(row -> versions.persist(ReportVersionRow.of(row, caller, now)))
                .invoke(row -> {
                    row.title = report.title();
                    row.tlp = report.tlp();
                    row.content = content;
                    row.version = row.version + 1;
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<List<ListedIncident>> list(Caller caller, ListQuery query) {
        return IncidentListQuery.query(caller, query);
    }
}
