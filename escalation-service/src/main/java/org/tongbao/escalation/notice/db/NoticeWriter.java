package org.tongbao.escalation.notice.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.escalation.acknowledgement.usecase.AcknowledgementTokens;
import org.tongbao.escalation.contact.domain.Person;
import org.tongbao.platform.sql.JsonColumn;
import org.tongbao.escalation.db.StoredFacts;
import org.tongbao.escalation.notice.domain.Acknowledger;
import org.tongbao.escalation.notice.domain.Delivery;
import org.tongbao.escalation.notice.domain.Delivery.State;
import org.tongbao.escalation.notice.domain.LadderPosition;
import org.tongbao.escalation.notice.domain.Notice;
import org.tongbao.escalation.notice.domain.NoticeChange;
import org.tongbao.escalation.notice.usecase.Announcements;
import org.tongbao.escalation.notice.usecase.Announcements.EndedDelivery;
import org.tongbao.escalation.notice.usecase.ChangedNotice;
import org.tongbao.escalation.notice.usecase.NoticeHeader;
import org.tongbao.escalation.notice.usecase.StoredNotice;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;
import org.tongbao.platform.time.Clock;

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
                    ended_at = case when x.status = 'ENDED' then coalesce(notice.ended_at, app_now()) end
                from jsonb_to_recordset($1::text::jsonb) as x(id uuid, level smallint, status text, end_reason text,
                    loop smallint, step smallint, since timestamptz, due_at timestamptz, confirmed_by text,
                    taken_by_name text, taken_by_role text, taken_by_agency text, taken_method text,
                    taken_at timestamptz)
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
                    level, state, due_at, created_at)
                select x.id, x.notice_id, coalesce(t.id, known.id), x.contact, x.loop, x.step, x.channel, x.address,
                    x.role, x.because, x.level, 'PENDING', x.due_at, x.created_at
                from jsonb_to_recordset($3::text::jsonb) as x(id uuid, notice_id uuid, contact uuid, loop smallint,
                    step smallint, channel text, address text, role text, because text, level smallint,
                    due_at timestamptz, created_at timestamptz)
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
            select id, notice_id, name, role, agency, channel from o""";
    private static final String OPEN = "with " + OPENED + PARTS;
    private static final String CHANGE = "with " + CHANGED + PARTS;

    private final AcknowledgementTokens tokens;
    private final Announcements announcements;
    private final Clock clock;

    NoticeWriter(AcknowledgementTokens tokens, Announcements announcements, Clock clock) {
        this.tokens = tokens;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** All of them new, or none. */
    Uni<Void> write(List<ChangedNotice> changes) {
        Instant now = clock.now();
        Parts parts = new Parts();
        changes.forEach(it -> collect(it, parts, now));
        String statement = changes.get(0).before() == null ? OPEN : CHANGE;
        return Sql.query(
                        statement,
                        row -> superseded(changes, row, now),
                        JsonColumn.write(parts.notices),
                        JsonColumn.write(parts.told),
                        JsonColumn.write(parts.deliveries),
                        JsonColumn.write(parts.steps),
                        JsonColumn.write(parts.superseded),
                        JsonColumn.write(parts.acknowledged))
                .chain(ended -> ended.isEmpty() ? Uni.createFrom().voidItem() : announcements.ended(ended));
    }

    private static final class Parts {
        final List<Map<String, ?>> notices = new ArrayList<>();
        final List<Map<String, ?>> told = new ArrayList<>();
        final List<Map<String, ?>> deliveries = new ArrayList<>();
        final List<Map<String, ?>> steps = new ArrayList<>();
        final List<Map<String, ?>> superseded = new ArrayList<>();
        final List<Map<String, ?>> acknowledged = new ArrayList<>();
    }

    private void collect(ChangedNotice changed, Parts parts, Instant now) {
        Notice before = changed.before();
        Notice after = changed.after().notice();
        parts.notices.add(before == null ? wholeRow(changed.after()) : changedRow(changed));
        List<Delivery> deliveriesBefore = before == null ? List.of() : before.deliveries();
        int known = deliveriesBefore.size();
        Set<UUID> people = new LinkedHashSet<>();
        for (Delivery delivery :
                after.deliveries().subList(known, after.deliveries().size())) {
            if (people.add(delivery.contact())) {
                parts.told.add(toldRow(after.id(), delivery, now));
            }
            parts.deliveries.add(deliveryRow(after, delivery, now));
        }
        for (int index = 0; index < known; index++) {
            Delivery delivery = after.deliveries().get(index);
            if (delivery.state() == State.SUPERSEDED
                    && deliveriesBefore.get(index).state() != State.SUPERSEDED) {
                parts.superseded.add(keyOf(after.id(), delivery));
            }
        }
        changed.changes().forEach(it -> collect(after.id(), it, parts, now));
    }

    private static void collect(UUID noticeId, NoticeChange change, Parts parts, Instant now) {
        if (change instanceof NoticeChange.Opened it) {
            parts.steps.add(stepRow(noticeId, LadderPosition.FIRST, null, it.deliveries(), now));
        } else if (change instanceof NoticeChange.Escalated it) {
            parts.steps.add(stepRow(noticeId, it.position(), it.because().name(), it.deliveries(), now));
        } else if (change instanceof NoticeChange.PartlyAcknowledged it) {
            acknowledged(noticeId, it.by(), it.at(), parts);
        } else if (change instanceof NoticeChange.Acknowledged it) {
            acknowledged(noticeId, it.by(), it.at(), parts);
        } else if (change instanceof NoticeChange.Met it) {
            acknowledged(noticeId, it.by(), it.at(), parts);
        }
    }

    private static void acknowledged(UUID noticeId, Acknowledger by, Instant at, Parts parts) {
        by.contact().ifPresent(contact -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("notice_id", noticeId);
            row.put("contact", contact);
            row.put("method", by.method().key());
            row.put("at", at);
            parts.acknowledged.add(row);
        });
    }

    private static Map<String, ?> wholeRow(StoredNotice stored) {
        Notice notice = stored.notice();
        NoticeHeader header = stored.header();
        Map<String, @Nullable Object> row = stateRow(notice);
        row.put("incident_id", header.incidentId());
        row.put("agency", header.incidentAgency());
        row.put("recipient_agency", notice.recipientAgency());
        row.put("rule", notice.policy().rule().key());
        row.put("procedure_hash", header.procedureHash());
        row.put("title_zh", header.title().chinese());
        row.put("title_en", header.title().english());
        row.put("clause", header.clause());
        row.put("number", header.number());
        row.put("tlp", header.tlp());
        row.put("exercise", header.exercise());
        row.put("information", notice.policy().information());
        row.put("phone_only", notice.phoneOnly());
        row.put("answer_due_at", header.answerDueAt());
        row.put("facts", StoredFacts.write(header.facts()));
        row.put("cause", header.cause());
        row.put("opened_at", header.openedAt());
        return row;
    }

    private static Map<String, @Nullable Object> stateRow(Notice notice) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", notice.id());
        row.put("level", notice.level().number());
        row.put("status", notice.status());
        row.put("end_reason", notice.end());
        row.put("loop", notice.position().loop());
        row.put("step", notice.position().step());
        row.put("since", notice.since());
        row.put("due_at", notice.dueAt());
        row.put("confirmed_by", JsonColumn.write(notice.confirmedBy()));
        return row;
    }

    private static Map<String, ?> changedRow(ChangedNotice changed) {
        Map<String, @Nullable Object> row = stateRow(changed.after().notice());
        for (NoticeChange change : changed.changes()) {
            if (change instanceof NoticeChange.Acknowledged it) {
                taken(row, it.by(), it.at());
            } else if (change instanceof NoticeChange.Met it) {
                taken(row, it.by(), it.at());
            }
        }
        return row;
    }

    private static void taken(Map<String, @Nullable Object> row, Acknowledger by, Instant at) {
        row.put("taken_by_name", by.name());
        row.put("taken_by_role", by.role());
        row.put("taken_by_agency", by.agency());
        row.put("taken_method", by.method().key());
        row.put("taken_at", at);
    }

    private Map<String, ?> toldRow(UUID noticeId, Delivery delivery, Instant now) {
        Person person = delivery.person();
        UUID id = Ids.next();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("notice_id", noticeId);
        row.put("contact", person.contact());
        row.put("agency", person.agency().code());
        row.put("agency_name", person.agency().name());
        row.put("agency_name_english", person.agency().nameEnglish().orElse(null));
        row.put("name", person.name());
        row.put("role", delivery.role());
        row.put("language", person.language());
        row.put("addresses", JsonColumn.write(person.addresses()));
        row.put("told_at", now);
        row.put("token_hash", HexFormat.of().formatHex(tokens.tokenHash(id)));
        row.put("code_hash", HexFormat.of().formatHex(tokens.codeHash(id)));
        return row;
    }

    private static Map<String, ?> deliveryRow(Notice notice, Delivery delivery, Instant now) {
        Map<String, @Nullable Object> row = keyOf(notice.id(), delivery);
        row.put("id", Ids.next());
        row.put("address", delivery.address());
        row.put("role", delivery.role());
        row.put("because", delivery.because());
        row.put("level", notice.level().number());
        // A call is made by people, who find it in their list; nothing of it is ever due to be sent.
        row.put("due_at", delivery.channel() == Channel.PHONE_TASK ? null : now);
        row.put("created_at", now);
        return row;
    }

    private static Map<String, @Nullable Object> keyOf(UUID noticeId, Delivery delivery) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("notice_id", noticeId);
        row.put("contact", delivery.contact());
        row.put("loop", delivery.position().loop());
        row.put("step", delivery.position().step());
        row.put("channel", delivery.channel().key());
        return row;
    }

    private static Map<String, ?> stepRow(
            UUID noticeId, LadderPosition position, @Nullable String because, List<Delivery> deliveries, Instant now) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", Ids.next());
        row.put("notice_id", noticeId);
        row.put("loop", position.loop());
        row.put("step", position.step());
        row.put("because", because);
        row.put("told", deliveries.stream().map(Delivery::contact).distinct().count());
        row.put("at", now);
        return row;
    }

    private static EndedDelivery superseded(List<ChangedNotice> changes, Row row, Instant now) {
        UUID noticeId = row.uuid("notice_id");
        NoticeHeader header = changes.stream()
                .map(ChangedNotice::after)
                .filter(it -> it.notice().id().equals(noticeId))
                .findFirst()
                .orElseThrow()
                .header();
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
