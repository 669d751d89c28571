package org.tongbao.escalation.call.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.escalation.call.usecase.PhoneCalls;
import org.tongbao.escalation.db.DirectoryMessageRows;
import org.tongbao.escalation.notice.domain.LadderPosition;
import org.tongbao.platform.sql.Sql;

/** Calls of notices and of the directory, and their results. */
@ApplicationScoped
class SqlPhoneCalls implements PhoneCalls {
    private static final String FIND = """
            select d.id, d.notice_id, d.contact, t.name, d.role, t.agency, d.loop, d.step, d.state, p.outcome,
                exists (select from delivery m where m.told_id = d.told_id and m.channel = 'mail'
                    and (m.state in ('ACCEPTED', 'ACKNOWLEDGED') or m.due_at is not null
                        and coalesce(m.first_attempt_at, m.created_at) > app_now() - interval '3 minutes')) as holds_code
            from phone_task p join delivery d on d.id = p.id join told t on t.id = d.told_id where p.id = $1""";
    private static final String RECORD = """
            with p as (
                update phone_task set outcome = $2, result_by = $3, result_by_name = $4, result_at = $5, note = $6
                where id = $1)
            update delivery set state = $7, reason = $8, ended_at = $5 where id = $1""";
    private static final String LOCK_CALL = """
            select %s, c.id, m.id as message_id, m.agency, c.position,
                m.calling and m.position = c.position as waits, c.outcome
            from directory_call c join directory_message m on m.id = c.message_id
            where c.id = $1 for no key update of m""".formatted(DirectoryMessageRows.COLUMNS);
    private static final String RECORD_CALL = """
            with call as (
                update directory_call set outcome = $2, result_by = $3, result_by_name = $4, result_at = $5, note = $6
                where id = $1 returning message_id, position),
            attempt as (
                insert into directory_attempt (message_id, position, number, channel, started_at, ended_at, outcome, reason)
                select m.id, call.position, 1, m.channels -> call.position ->> 'type', $5, $5, $7, $8
                from call join directory_message m on m.id = call.message_id)
            update directory_message m set state = $7, reason = $8, calling = false, due_at = null, code = null,
                ended_at = $5, updated_at = app_now()
            from call where m.id = call.message_id""";

    @Override
    public Uni<Optional<Call>> find(UUID id) {
        return Sql.queryFirst(
                FIND,
                row -> new Call(
                        row.uuid("id"),
                        row.uuid("notice_id"),
                        row.uuid("contact"),
                        row.text("name"),
                        row.text("role"),
                        row.text("agency"),
                        new LadderPosition(row.integer("loop"), row.integer("step")),
                        row.text("state"),
                        row.textOrNull("outcome"),
                        row.bool("holds_code")),
                id);
    }

    @Override
    public Uni<Void> record(UUID id, Result result) {
        return Sql.update(
                        RECORD,
                        id,
                        result.outcome(),
                        result.by().subject(),
                        result.by().name(),
                        result.at(),
                        result.note(),
                        result.state(),
                        result.reason())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<OfDirectory>> findForUpdate(UUID id) {
        return Sql.queryFirst(
                LOCK_CALL,
                row -> new OfDirectory(
                        row.uuid("id"),
                        row.uuid("message_id"),
                        row.text("agency"),
                        DirectoryMessageRows.addressee(row),
                        DirectoryMessageRows.notification(row),
                        row.integer("position"),
                        row.bool("waits"),
                        row.textOrNull("outcome")),
                id);
    }

    @Override
    public Uni<Void> record(OfDirectory call, Result result) {
        return Sql.update(
                        RECORD_CALL,
                        call.id(),
                        result.outcome(),
                        result.by().subject(),
                        result.by().name(),
                        result.at(),
                        result.note(),
                        result.state(),
                        result.reason())
                .replaceWithVoid();
    }
}
