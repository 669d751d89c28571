package org.tongbao.intake.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.intake.domain.Incident;
import org.tongbao.intake.domain.Refusal;
import org.tongbao.intake.domain.Refused;
import org.tongbao.intake.domain.Report;
import org.tongbao.intake.usecase.CaseFile;
import org.tongbao.intake.usecase.Incidents;
import org.tongbao.intake.usecase.RuleBook;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class PanacheIncidents implements Incidents {
    private static final String SEE = "select 1 from incident i where i.id = $1 and " + Visible.to("$2");
    // Weaker than "for update", so that rows which only refer to the case can be added meanwhile.
    private static final String HOLD = SEE + " for no key update";
    private static final String HOLD_FOR_ENGINE = "select 1 from incident where id = $1 for no key update";
    private static final String HOLD_OBLIGATIONS =
            "select key from obligation where incident_id = $1 order by position for no key update";

    private final IncidentRows rows;
    private final ObligationRows obligations;
    private final ReportVersionRows versions;
    private final RuleBook rules;

    PanacheIncidents(IncidentRows rows, ObligationRows obligations, ReportVersionRows versions, RuleBook rules) {
        this.rows = rows;
        this.obligations = obligations;
        this.versions = versions;
        this.rules = rules;
    }

    @Override
    public Uni<CaseFile> find(Caller caller, UUID id) {
        return Sql.query(SEE, row -> true, id, caller.agency())
                .invoke(PanacheIncidents::requireOne)
                .chain(() -> load(id));
    }

    @Override
    public Uni<CaseFile> hold(Caller caller, UUID id) {
        return Sql.query(HOLD, row -> true, id, caller.agency())
                .invoke(PanacheIncidents::requireOne)
                .chain(() -> Sql.query(HOLD_OBLIGATIONS, row -> true, id))
                .chain(() -> load(id));
    }

    @Override
    public Uni<@Nullable CaseFile> holdForEngine(UUID id) {
        return Sql.query(HOLD_FOR_ENGINE, row -> true, id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().<@Nullable CaseFile>nullItem()
                        : Sql.query(HOLD_OBLIGATIONS, row -> true, id).chain(() -> load(id)));
    }

    private static void requireOne(List<Boolean> found) {
        if (found.isEmpty()) {
            throw new Refused(Refusal.UNKNOWN_INCIDENT);
        }
    }

    private Uni<CaseFile> load(UUID id) {
        return rows.findById(id).chain(row -> rules.version(row.procedureHash).chain(procedure -> obligations
                .of(id)
                .map(owed -> new CaseFile(
                        IncidentMapping.incident(row, owed, procedure),
                        row.title,
                        row.content,
                        row.version,
                        row.updatedAt))));
    }

    @Override
    public Uni<Void> save(Incident incident, Instant now) {
        return rows.findById(incident.id())
                .invoke(row -> IncidentMapping.keep(incident, row, now))
                .chain(() -> obligations.keep(incident));
    }

    @Override
    public Uni<Void> saveSupplement(Caller caller, Incident incident, Report report, String content, Instant now) {
        return rows.findById(incident.id())
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
        return IncidentList.query(caller, query);
    }
}
