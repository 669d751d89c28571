package org.tongbao.escalation.acknowledgement.db;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.acknowledgement.usecase.Credentials;
import org.tongbao.escalation.notice.domain.EndReason;
import org.tongbao.escalation.notice.domain.Notice;
import org.tongbao.escalation.notice.usecase.NoticeFacts;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class SqlCredentials implements Credentials {
    private static final String SELECT = """
            select t.id, t.notice_id, t.contact, t.name, t.role, t.token_hash, t.code_hash,
                case when t.tries_from > app_now() - interval '1 hour' then t.tries else 0 end, t.tries_from,
                t.acknowledged_at, n.status, n.end_reason, coalesce(n.ended_at, n.taken_at), n.taken_by_name,
                n.taken_by_role, n.taken_by_agency, n.taken_at, n.number, n.title_zh, n.title_en, n.level, n.tlp,
                n.answer_due_at, n.exercise
            from told t join notice n on n.id = t.notice_id""";
    private static final String COUNT = """
            update told set
                tries = case when tries_from > app_now() - interval '1 hour' then tries + 1 else 1 end,
                tries_from = case when tries_from > app_now() - interval '1 hour' then tries_from else app_now() end
            where id = $1""";

    @Override
    public Uni<Optional<Credential>> find(UUID id) {
        return Sql.query(SELECT + " where t.id = $1 and not n.information", SqlCredentials::credential, id)
                .map(rows -> rows.stream().findFirst());
    }

    @Override
    public Uni<List<Credential>> ofNotice(UUID noticeId) {
        return Sql.query(
                SELECT + " where n.id = $1 and not n.information order by t.id", SqlCredentials::credential, noticeId);
    }

    @Override
    public Uni<Void> countTry(UUID id) {
        return Sql.update(COUNT, id).replaceWithVoid();
    }

    private static Credential credential(Row row) {
        String end = row.nullable(11);
        return new Credential(
                row.uuid(0),
                row.uuid(1),
                row.uuid(2),
                row.text(3),
                row.text(4),
                bytes(row, 5),
                bytes(row, 6),
                row.integer(7),
                row.nullable(8),
                row.nullable(9),
                Notice.Status.valueOf(row.text(10)),
                end == null ? null : EndReason.valueOf(end),
                row.nullable(12),
                acknowledgedBy(row),
                row.text(17),
                new Text(row.text(18), row.text(19)),
                row.integer(20),
                row.text(21),
                row.nullable(22),
                row.bool(23));
    }

    private static NoticeFacts.@Nullable AcknowledgedBy acknowledgedBy(Row row) {
        Instant at = row.nullable(16);
        return at == null ? null : new NoticeFacts.AcknowledgedBy(row.text(13), row.text(14), row.text(15), at);
    }

    private static byte[] bytes(Row row, int column) {
        return Objects.requireNonNull(row.<Buffer>nullable(column)).getBytes();
    }
}
