package org.tongbao.escalation.incident.db;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongbao.contracts.procedure.Condition;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.escalation.incident.domain.Incident;
import org.tongbao.escalation.incident.usecase.Incidents;
import org.tongbao.platform.sql.JsonColumn;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class SqlIncidents implements Incidents {
    private static final TypeReference<Map<String, Instant>> DUE_TIMES = new TypeReference<>() {};

    @Override
    public Uni<Void> add(Incident incident) {
        return Sql.update(
                        """
                        insert into incident (id, number, agency, level, tlp, procedure_hash, exercise, state_secret,
                            conditions, due_times)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""",
                        incident.id(),
                        incident.number(),
                        incident.agency(),
                        (short) incident.level().number(),
                        incident.tlp(),
                        incident.procedureHash(),
                        incident.exercise(),
                        incident.stateSecret(),
                        incident.conditions().stream().map(Condition::name).toArray(String[]::new),
                        JsonColumn.write(incident.dueTimes()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Incident>> find(UUID id) {
        return Sql.queryFirst("""
                        select id, number, agency, level, tlp, procedure_hash, exercise, state_secret, conditions, due_times
                        from incident where id = $1""", SqlIncidents::incident, id);
    }

    private static Incident incident(Row row) {
        return new Incident(
                row.uuid("id"),
                row.text("number"),
                row.text("agency"),
                Level.of(row.integer("level")),
                row.text("tlp"),
                row.text("procedure_hash"),
                row.bool("exercise"),
                row.bool("state_secret"),
                row.texts("conditions").stream().map(Condition::valueOf).collect(Collectors.toSet()),
                JsonColumn.read(row.text("due_times"), DUE_TIMES));
    }

    @Override
    public Uni<Void> changeLevel(UUID id, Level level) {
        return Sql.update("update incident set level = $2, audit_at = app_now() where id = $1", id, (short)
                        level.number())
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> damageControlled(UUID id) {
        return Sql.update("update incident set damage_controlled = true where id = $1 and not damage_controlled", id)
                .map(changed -> changed == 1);
    }

    @Override
    public Uni<Void> close(UUID id) {
        return Sql.update("update incident set closed_at = app_now(), audit_at = null where id = $1", id)
                .replaceWithVoid();
    }
}
