package org.tongbao.escalation.acknowledgement.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
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
                case when t.tries_from > app_now() - interval '1 hour' then t.tries else 0 end as tries, t.tries_from,
                (select coalesce(bool_or(a.ended_at > app_now() - interval '2 seconds'), true)
                    from delivery d join attempt a on a.delivery_id = d.id
                    where d.told_id = t.id and d.channel = 'mail' and a.outcome in ('ACCEPTED', 'AMBIGUOUS')) as just_arrived,
                t.acknowledged_at, n.status, n.end_reason, coalesce(n.ended_at, n.taken_at) as ended_at, n.taken_by_name,
                n.taken_by_role, n.taken_by_agency, n.taken_at, n.number, n.title_zh, n.title_en, n.level, n.tlp,
                n.answer_due_at, n.exercise
            from told t join notice n on n.id = t.notice_id""";
    private static final String COUNT = """
            update told set
                tries = case when tries_from > app_now() - interval '1 hour' then tries + 1 else 1 end,
                tries_from = case when tries_from > app_now() - interval '1 hour' then tries_from else app_now() end
            where id = $1""";
    private static final String WRONG_CODES = """
            select tries from wrong_code
            where notice_id = $1 and subject = $2 and tries_from > app_now() - interval '1 hour'""";
    private static final String COUNT_WRONG_CODE = """
            insert into wrong_code (notice_id, subject, tries, tries_from) values ($1, $2, 1, app_now())
            on conflict (notice_id, subject) do update set
                tries = case when wrong_code.tries_from > app_now() - interval '1 hour' then wrong_code.tries + 1 else 1 end,
                tries_from = case when wrong_code.tries_from > app_now() - interval '1 hour' then wrong_code.tries_from
                    else app_now() end""";

    @Override
    public Uni<Optional<Credential>> find(UUID id) {
        return Sql.queryFirst(SELECT + " where t.id = $1 and not n.information", SqlCredentials::credential, id);
    }

    @Override
    public Uni<Integer> wrongTries(UUID noticeId, String subject) {
        return Sql.queryFirst(WRONG_CODES, row -> row.integer("tries"), noticeId, subject)
                .map(tries -> tries.orElse(0));
    }

    @Override
    public Uni<Void> countTry(UUID noticeId, String subject) {
        return Sql.update(COUNT_WRONG_CODE, noticeId, subject).replaceWithVoid();
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
        String end = row.textOrNull("end_reason");
        return new Credential(
                row.uuid("id"),
                row.uuid("notice_id"),
                row.uuid("contact"),
                row.text("name"),
                row.text("role"),
                row.bytes("token_hash"),
                row.bytes("code_hash"),
                row.integer("tries"),
                row.instantOrNull("tries_from"),
                row.bool("just_arrived"),
                row.instantOrNull("acknowledged_at"),
                Notice.Status.valueOf(row.text("status")),
                end == null ? null : EndReason.valueOf(end),
                row.instantOrNull("ended_at"),
                acknowledgedBy(row),
                row.text("number"),
                new Text(row.text("title_zh"), row.text("title_en")),
                row.integer("level"),
                row.text("tlp"),
                row.instantOrNull("answer_due_at"),
                row.bool("exercise"));
    }

    private static NoticeFacts.@Nullable AcknowledgedBy acknowledgedBy(Row row) {
        Instant at = row.instantOrNull("taken_at");
        return at == null
                ? null
                : new NoticeFacts.AcknowledgedBy(
                        row.text("taken_by_name"), row.text("taken_by_role"), row.text("taken_by_agency"), at);
    }
}
