package org.tongbao.escalation.lateral.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tongbao.escalation.lateral.usecase.LateralReplies;
import org.tongbao.escalation.lateral.usecase.RecordedReply;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class SqlLateralReplies implements LateralReplies {
    private static final String ADD = """
            insert into lateral_reply (id, notice_id, reply, note, replied_by, replied_by_name, replied_at)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String OF_NOTICE = """
            select id, notice_id, reply, note, replied_by_name, replied_at from lateral_reply
            where notice_id = $1 order by id""";

    @Override
    public Uni<Void> add(RecordedReply reply, String subject) {
        return Sql.update(
                        ADD, reply.id(), reply.noticeId(), reply.reply(), reply.note(), subject, reply.by(), reply.at())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<RecordedReply>> ofNotice(UUID noticeId) {
        return Sql.query(
                OF_NOTICE,
                row -> new RecordedReply(
                        row.uuid("id"),
                        row.uuid("notice_id"),
                        row.text("reply"),
                        row.textOrNull("note"),
                        row.text("replied_by_name"),
                        row.instant("replied_at")),
                noticeId);
    }
}
