package org.tongbao.escalation.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongbao.escalation.usecase.DirectoryReading;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class SqlDirectoryReading implements DirectoryReading {
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
    private static final String CALLS = """
            select c.id, m.id, m.agency, m.kind, m.matter, m.name, m.agency_name, m.agency_name_english, m.language,
                m.channels -> c.position ->> 'value', c.created_at, m.calling and m.position = c.position, c.outcome,
                c.result_by_name, c.result_at
            from directory_call c join directory_message m on m.id = c.message_id""";
    private static final String CALL_LIST = CALLS + """
             where (m.calling and m.position = c.position) = $1 and ($2::uuid is null or c.id > $2)
            order by c.id limit $3::int""";

    @Override
    public Uni<List<Summary>> list(Question it) {
        return Sql.query(LIST, SqlDirectoryReading::summary, it.updatedSince(), it.after(), it.limit());
    }

    @Override
    public Uni<Optional<Summary>> find(UUID id) {
        return Sql.query(SUMMARY + " where m.id = $1", SqlDirectoryReading::summary, id)
                .map(rows -> rows.stream().findFirst());
    }

    private static Summary summary(Row row) {
        return new Summary(
                row.uuid(0),
                row.text(1),
                MatterRows.matter(row, 2),
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

    @Override
    public Uni<List<Call>> calls(CallQuestion it) {
        return Sql.query(CALL_LIST, SqlDirectoryReading::call, it.open(), it.after(), it.limit());
    }

    @Override
    public Uni<Optional<Call>> call(UUID id) {
        return Sql.query(CALLS + " where c.id = $1", SqlDirectoryReading::call, id)
                .map(rows -> rows.stream().findFirst());
    }

    private static Call call(Row row) {
        return new Call(
                row.uuid(0),
                row.uuid(1),
                row.text(2),
                MatterRows.matter(row, 3),
                row.text(5),
                row.text(6),
                row.nullable(7),
                row.text(8),
                row.text(9),
                row.instant(10),
                row.bool(11),
                row.nullable(12),
                row.nullable(13),
                row.nullable(14),
                null);
    }

    @Override
    public Uni<Map<UUID, String>> codes(Collection<UUID> messageIds) {
        return Sql.query(
                        "select id, code from directory_message where id = any($1) and code is not null",
                        row -> Map.entry(row.uuid(0), row.text(1)),
                        (Object) messageIds.toArray(UUID[]::new))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
