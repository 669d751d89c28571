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
            select m.id, m.agency, m.kind, m.matter, m.contact, m.name, m.language, m.channels -> m.position ->> 'type' as channel,
                m.state, m.reason, m.created_at, m.updated_at,
                case when m.state <> 'CLAIMED' and not m.calling then m.due_at end as next_attempt_at, m.ended_at
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
        return Sql.queryFirst(SUMMARY + " where m.id = $1", SqlDirectoryMessageQueries::summary, id);
    }

    private static Summary summary(Row row) {
        return new Summary(
                row.uuid("id"),
                row.text("agency"),
                DirectoryMessageRows.notification(row),
                row.uuid("contact"),
                row.text("name"),
                row.text("language"),
                row.textOrNull("channel"),
                row.text("state"),
                row.textOrNull("reason"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.instantOrNull("next_attempt_at"),
                row.instantOrNull("ended_at"));
    }

    @Override
    public Uni<List<Attempt>> attempts(UUID messageId) {
        return Sql.query(
                ATTEMPTS,
                row -> new Attempt(
                        row.text("channel"),
                        row.integer("position"),
                        row.integer("number"),
                        row.instant("started_at"),
                        row.instantOrNull("ended_at"),
                        row.textOrNull("outcome"),
                        row.textOrNull("reason"),
                        row.textOrNull("relay")),
                messageId);
    }
}
