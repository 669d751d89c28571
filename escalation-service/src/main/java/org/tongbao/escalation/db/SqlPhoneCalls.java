package org.tongbao.escalation.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.escalation.domain.Rung;
import org.tongbao.escalation.usecase.LateralReplies;
import org.tongbao.escalation.usecase.NoticeReading;
import org.tongbao.escalation.usecase.PhoneCalls;
import org.tongbao.platform.sql.Sql;

/** What people reported back: results of calls, replies of affected agencies. */
@ApplicationScoped
class SqlPhoneCalls implements PhoneCalls, LateralReplies {
    private static final String FIND = """
            select d.id, d.notice_id, d.contact, t.name, d.role, t.agency, d.loop, d.step, d.state, p.outcome
            from phone_task p join delivery d on d.id = p.id join told t on t.id = d.told_id where p.id = $1""";
    private static final String RECORD = """
            with p as (
                update phone_task set outcome = $2, result_by = $3, result_by_name = $4, result_at = $5, note = $6
                where id = $1)
            update delivery set state = $7, reason = $8, ended_at = $5 where id = $1""";
    private static final String ADD_REPLY = """
            insert into lateral_reply (id, notice_id, reply, note, replied_by, replied_by_name, replied_at)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    @Override
    public Uni<Optional<Call>> find(UUID id) {
        return Sql.query(
                        FIND,
                        row -> new Call(
                                row.uuid(0),
                                row.uuid(1),
                                row.uuid(2),
                                row.text(3),
                                row.text(4),
                                row.text(5),
                                new Rung(row.integer(6), row.integer(7)),
                                row.text(8),
                                row.nullable(9)),
                        id)
                .map(rows -> rows.stream().findFirst());
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
    public Uni<Void> add(NoticeReading.Reply reply, String subject) {
        return Sql.update(
                        ADD_REPLY,
                        reply.id(),
                        reply.noticeId(),
                        reply.reply(),
                        reply.note(),
                        subject,
                        reply.by(),
                        reply.at())
                .replaceWithVoid();
    }
}
