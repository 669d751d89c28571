package org.tongbao.intake.obligation.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tongbao.intake.db.ObligationColumns;
import org.tongbao.intake.obligation.domain.IncidentObligation;
import org.tongbao.intake.obligation.usecase.DueObligations;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class SqlDueObligations implements DueObligations {
    static final String CLAIM = """
            select o.incident_id, o.agency, i.exercise, i.procedure_hash, o.key, o.position, o.owner, o.clause, o.force,
                   o.anchor, o.met_by, o.anchor_at, o.anchor_assumed, o.due_at, o.percents, o.state, o.warned, o.next_at,
                   o.met_at, o.missed_at, app_now() as now
            from obligation o join incident i on i.id = o.incident_id
            where o.next_at <= app_now()
            order by i.level desc, o.next_at limit $1
            for no key update of o skip locked""";
    private static final String SAVE = """
            update obligation set state = $3, warned = $4, next_at = $5, missed_at = $6
            where incident_id = $1 and key = $2""";

    @Override
    public Uni<List<Due>> claim(int limit) {
        return Sql.query(CLAIM, SqlDueObligations::due, limit);
    }

    @Override
    public Uni<Void> save(Due due) {
        IncidentObligation it = due.obligation();
        return Sql.update(
                        SAVE,
                        due.incidentId(),
                        it.key(),
                        it.state().name(),
                        it.warned(),
                        it.nextAt(),
                        it.clock().missedAt())
                .replaceWithVoid();
    }

    private static Due due(Row row) {
        return new Due(
                row.uuid("incident_id"),
                row.text("agency"),
                row.bool("exercise"),
                row.text("procedure_hash"),
                ObligationColumns.read(row),
                row.instant("now"));
    }
}
