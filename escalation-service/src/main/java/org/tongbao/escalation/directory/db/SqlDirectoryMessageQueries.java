package org.tongbao.escalation.directory.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.escalation.db.DirectoryMessageRows;
import org.tongbao.escalation.directory.usecase.DirectoryMessageQueries;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class SqlDirectoryMessageQueries implements DirectoryMessageQueries {
    private static final String SUMMARY = """
            select m.id, m.agency, m.kind, m.matter, m.contact, m.name, m.language, m.channels -> m.position ->> 'type',
                m.state, m.reason, m.created_at, m.updated_at,
                case when m.state <> 'CLAIMED' and not m.calling then m.due_at end, m.ended_at
            from directory_message m""";
    private static final String LIST = SUMMARY + """
             where ($1::timestamptz is null or m.updated_at >= $1) and ($2::uuid is null or m.id > $2)
            order by m.id limit $3::int""";
    private static final String ATTEMPTS = """
            select channel, position, number, started_at, ended_at, outcome, reason, relay
            from directory_attempt where message_id = $1 order by position, number""";

    @Override
    public Uni<List<Summary>> list(Filter it) {
        return Sql.query(LIST, SqlDirectoryMessageQueries::summary, it.updatedSince(), it.after(), it.limit());
    }

    @Override
    public Uni<Optional<Summary>> find(UUID id) {
        return Sql.query(SUMMARY + " where m.id = $1", SqlDirectoryMessageQueries::summary, id)
                .map(rows -> rows.stream().findFirst());
    }

    private static Summary summary(Row row) {
        return new Summary(
                row.uuid(0),
                row.text(1),
                DirectoryMessageRows.notification(row, 2),
                row.uuid(4),
                row.text(5),
                row.text(6),
                row.nullable(7),
                row.text(8),
                row.nullable(9),
                row.instant(10),
                row.instant(11),
                row.nullable(12),
                row.nullable(13));
    }

    @Override
    public Uni<List<Attempt>> attempts(UUID messageId) {
        return Sql.query(
                ATTEMPTS,
                row -> new Attempt(
                        row.text(0),
                        row.integer(1),
                        row.integer(2),
                        row.instant(3),
                        row.nullable(4),
                        row.nullable(5),
                        row.nullable(6),
                        row.nullable(7)),
                messageId);
    }
}
