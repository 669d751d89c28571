package org.tongbao.escalation.call.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.call.usecase.DirectoryCall;
import org.tongbao.escalation.call.usecase.NoticeCall;
import org.tongbao.escalation.call.usecase.PhoneTaskQueries;
import org.tongbao.escalation.db.DirectoryMessageRows;
import org.tongbao.escalation.db.StoredFacts;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class SqlPhoneTaskQueries implements PhoneTaskQueries {
    private static final String NOTICE_CALLS = """
            select d.id, n.id as notice_id, n.incident_id, n.number, n.rule, n.title_zh, n.title_en, n.clause, n.level, n.tlp,
                n.exercise, n.recipient_agency, t.name, d.role, t.agency, t.agency_name, t.language, d.address,
                d.because, n.facts, n.answer_due_at, d.created_at, d.state, p.outcome, p.result_by_name, p.result_at
            from phone_task p join delivery d on d.id = p.id join notice n on n.id = d.notice_id
                join told t on t.id = d.told_id
            where exists (select from caller_sees(t.agency))""";
    private static final String NOTICE_CALL_LIST = NOTICE_CALLS + """
             and (d.state = 'PENDING') = $1 and ($2::uuid is null or n.incident_id = $2)
                and ($3::int is null or (-n.level, d.id) > (-$3::int, $4::uuid))
            order by -n.level, d.id limit $5::int""";
    private static final String DIRECTORY_CALLS = """
            select c.id, m.id as message_id, m.agency, m.kind, m.matter, m.name, m.agency_name, m.agency_name_english,
                m.language, m.channels -> c.position ->> 'value' as address, c.created_at,
                m.calling and m.position = c.position as waits, c.outcome,
                c.result_by_name, c.result_at
            from directory_call c join directory_message m on m.id = c.message_id""";
    private static final String DIRECTORY_CALL_LIST = DIRECTORY_CALLS + """
             where (m.calling and m.position = c.position) = $1 and ($2::uuid is null or c.id > $2)
            order by c.id limit $3::int""";

    @Override
    public Uni<List<NoticeCall>> noticeCalls(Filter it) {
        return Sql.query(
                NOTICE_CALL_LIST,
                SqlPhoneTaskQueries::noticeCall,
                it.open(),
                it.incident(),
                it.afterLevel(),
                it.afterId(),
                it.limit());
    }

    @Override
    public Uni<Optional<NoticeCall>> noticeCall(UUID id) {
        return Sql.queryFirst(NOTICE_CALLS + " and d.id = $1", SqlPhoneTaskQueries::noticeCall, id);
    }

    private static NoticeCall noticeCall(Row row) {
        return new NoticeCall(
                row.uuid("id"),
                row.uuid("notice_id"),
                row.uuid("incident_id"),
                row.text("number"),
                row.text("rule"),
                new Text(row.text("title_zh"), row.text("title_en")),
                row.text("clause"),
                row.integer("level"),
                row.text("tlp"),
                row.bool("exercise"),
                row.text("recipient_agency"),
                row.text("name"),
                row.text("role"),
                row.text("agency"),
                row.text("agency_name"),
                row.text("language"),
                row.text("address"),
                row.text("because"),
                StoredFacts.read(row.text("facts")).unreached(),
                row.instantOrNull("answer_due_at"),
                row.instant("created_at"),
                row.text("state"),
                row.textOrNull("outcome"),
                row.textOrNull("result_by_name"),
                row.instantOrNull("result_at"));
    }

    @Override
    public Uni<List<DirectoryCall>> directoryCalls(DirectoryFilter it) {
        return Sql.query(DIRECTORY_CALL_LIST, SqlPhoneTaskQueries::directoryCall, it.open(), it.after(), it.limit());
    }

    @Override
    public Uni<Optional<DirectoryCall>> directoryCall(UUID id) {
        return Sql.queryFirst(DIRECTORY_CALLS + " where c.id = $1", SqlPhoneTaskQueries::directoryCall, id);
    }

    private static DirectoryCall directoryCall(Row row) {
        return new DirectoryCall(
                row.uuid("id"),
                row.uuid("message_id"),
                row.text("agency"),
                DirectoryMessageRows.notification(row),
                row.text("name"),
                row.text("agency_name"),
                row.textOrNull("agency_name_english"),
                row.text("language"),
                row.text("address"),
                row.instant("created_at"),
                row.bool("waits"),
                row.textOrNull("outcome"),
                row.textOrNull("result_by_name"),
                row.instantOrNull("result_at"),
                null);
    }

    @Override
    public Uni<Map<UUID, String>> codes(Collection<UUID> messageIds) {
        return Sql.query(
                        "select id, code from directory_message where id = any($1) and code is not null",
                        row -> Map.entry(row.uuid("id"), row.text("code")),
                        (Object) messageIds.toArray(UUID[]::new))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
