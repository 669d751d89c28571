package org.tongbao.escalation.notice.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongbao.escalation.acknowledgement.usecase.AcknowledgementTokens;
import org.tongbao.escalation.notice.usecase.Announcements;
import org.tongbao.escalation.notice.usecase.Announcements.EndedDelivery;
import org.tongbao.escalation.notice.usecase.ChangedNotice;
import org.tongbao.escalation.notice.usecase.NoticeHeader;
import org.tongbao.escalation.notice.usecase.StoredNotice;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

/** Writes notices with everything that hangs on them: one statement for the notices of an event, whatever their number. */
@ApplicationScoped
class NoticeWriter {
    private static final String OPENED = """
        n as (
            insert into notice (id, incident_id, agency, recipient_agency, rule, procedure_hash, title_zh, title_en,
                clause, number, tlp, exercise, level, information, phone_only, status, end_reason, loop, step, since,
                due_at, answer_due_at, facts, confirmed_by, cause, opened_at, updated_at, ended_at)
            select id, incident_id, agency, recipient_agency, rule, procedure_hash, title_zh, title_en,
                clause, number, tlp, exercise, level, information, phone_only, status, end_reason, loop, step, since,
                due_at, answer_due_at, facts, confirmed_by, cause, opened_at, opened_at,
                case when status = 'ENDED' then opened_at end
            from jsonb_to_recordset($1::text::jsonb) as x(id uuid, incident_id uuid, agency text, recipient_agency text,
                rule text, procedure_hash text, title_zh text, title_en text, clause text, number text, tlp text,
                exercise boolean, level smallint, information boolean, phone_only boolean, status text,
                end_reason text, loop smallint, step smallint, since timestamptz, due_at timestamptz,
                answer_due_at timestamptz, facts text, confirmed_by text, cause uuid, opened_at timestamptz)),
        """;
    private static final String CHANGED = """
        n as (
            update notice set level = x.level, status = x.status, end_reason = x.end_reason, loop = x.loop,
                step = x.step, since = x.since, due_at = x.due_at, confirmed_by = x.confirmed_by,
                updated_at = app_now(),
                taken_by_name = coalesce(x.taken_by_name, notice.taken_by_name),
                taken_by_role = coalesce(x.taken_by_role, notice.taken_by_role),
                taken_by_agency = coalesce(x.taken_by_agency, notice.taken_by_agency),
                taken_method = coalesce(x.taken_method, notice.taken_method),
                taken_at = coalesce(x.taken_at, notice.taken_at),
                entered_by_name = case when x.taken_at is null then notice.entered_by_name else x.entered_by_name end,
                entered_by_agency = case when x.taken_at is null then notice.entered_by_agency else x.entered_by_agency end,
                ended_at = case when x.status = 'ENDED' then coalesce(notice.ended_at, app_now()) end
            from jsonb_to_recordset($1::text::jsonb) as x(id uuid, level smallint, status text, end_reason text,
                loop smallint, step smallint, since timestamptz, due_at timestamptz, confirmed_by text,
                taken_by_name text, taken_by_role text, taken_by_agency text, taken_method text,
                taken_at timestamptz, entered_by_name text, entered_by_agency text)
            where notice.id = x.id),
        """;
    private static final String PARTS = """
        t as (
            insert into told (id, notice_id, contact, agency, agency_name, agency_name_english, name, role, language,
                addresses, told_at, token_hash, code_hash)
            select id, notice_id, contact, agency, agency_name, agency_name_english, name, role, language,
                addresses, told_at, decode(token_hash, 'hex'), decode(code_hash, 'hex')
            from jsonb_to_recordset($2::text::jsonb) as x(id uuid, notice_id uuid, contact uuid, agency text,
                agency_name text, agency_name_english text, name text, role text, language text, addresses text,
                told_at timestamptz, token_hash text, code_hash text)
            on conflict (notice_id, contact) do nothing
            returning id, notice_id, contact),
        d as (
            insert into delivery (id, notice_id, told_id, contact, loop, step, channel, address, role, because,
                level, bulk, state, due_at, created_at)
            select x.id, x.notice_id, coalesce(t.id, known.id), x.contact, x.loop, x.step, x.channel, x.address,
                x.role, x.because, x.level, x.bulk, 'PENDING', x.due_at, x.created_at
            from jsonb_to_recordset($3::text::jsonb) as x(id uuid, notice_id uuid, contact uuid, loop smallint,
                step smallint, channel text, address text, role text, because text, level smallint,
                bulk boolean, due_at timestamptz, created_at timestamptz)
            left join t on t.notice_id = x.notice_id and t.contact = x.contact
            left join told known on known.notice_id = x.notice_id and known.contact = x.contact
            returning id, notice_id, channel),
        p as (
            insert into phone_task (id, notice_id) select id, notice_id from d where channel = 'phone-task'),
        s as (
            insert into notice_step (id, notice_id, loop, step, because, told, at)
            select id, notice_id, loop, step, because, told, at
            from jsonb_to_recordset($4::text::jsonb) as x(id uuid, notice_id uuid, loop smallint, step smallint,
                because text, told int, at timestamptz)),
        o as (
            update delivery set state = 'SUPERSEDED', reason = 'notice-over', due_at = null, ended_at = app_now()
            from jsonb_to_recordset($5::text::jsonb) as x(notice_id uuid, contact uuid, loop smallint, step smallint,
                channel text), told
            where delivery.notice_id = x.notice_id and delivery.contact = x.contact and delivery.loop = x.loop
                and delivery.step = x.step and delivery.channel = x.channel and delivery.state <> 'CLAIMED'
                and told.id = delivery.told_id
            returning delivery.id, delivery.notice_id, told.name, delivery.role, told.agency, delivery.channel),
        a as (
            update told set acknowledged_at = x.at, acknowledged_method = x.method
            from jsonb_to_recordset($6::text::jsonb) as x(notice_id uuid, contact uuid, method text, at timestamptz)
            where told.notice_id = x.notice_id and told.contact = x.contact),
        k as (
            update delivery set state = 'ACKNOWLEDGED'
            from jsonb_to_recordset($6::text::jsonb) as x(notice_id uuid, contact uuid, method text, at timestamptz)
            where delivery.notice_id = x.notice_id and delivery.contact = x.contact
                and delivery.state = 'ACCEPTED')
        select id, notice_id, name, role, agency, channel from o\
        """;
    private static final String OPEN = "with " + OPENED + PARTS;
    private static final String CHANGE = "with " + CHANGED + PARTS;

    private final AcknowledgementTokens tokens;
    private final Announcements announcements;

    NoticeWriter(AcknowledgementTokens tokens, Announcements announcements) {
        this.tokens = tokens;
        this.announcements = announcements;
    }

    /** All of them new, or none. */
    Uni<Void> write(List<ChangedNotice> changes) {
        return Transactions.now().chain(now -> write(changes, now));
    }

    private Uni<Void> write(List<ChangedNotice> changes, Instant now) {
        NoticeRowBatch batch = new NoticeRowBatch(tokens, now);
        changes.forEach(batch::add);
        String statement = changes.get(0).before() == null ? OPEN : CHANGE;
        Map<UUID, NoticeHeader> headers = changes.stream()
                .map(ChangedNotice::after)
                .collect(Collectors.toMap(it -> it.notice().id(), StoredNotice::header));
        return Sql.query(statement, row -> superseded(headers, row, now), batch.parameters())
                .chain(ended -> ended.isEmpty() ? Uni.createFrom().voidItem() : announcements.ended(ended));
    }

    private static EndedDelivery superseded(Map<UUID, NoticeHeader> headers, Row row, Instant now) {
        UUID noticeId = row.uuid("notice_id");
        NoticeHeader header = Objects.requireNonNull(headers.get(noticeId));
        return new EndedDelivery(
                header.incidentId(),
                noticeId,
                row.uuid("id"),
                header.exercise(),
                row.text("name"),
                row.text("role"),
                row.text("agency"),
                row.text("channel"),
                "SUPERSEDED",
                "notice-over",
                now);
    }
}
