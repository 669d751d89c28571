package org.tongbao.escalation.delivery.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.contact.domain.RecipientReason;
import org.tongbao.escalation.db.StoredFacts;
import org.tongbao.escalation.delivery.domain.RetrySchedule;
import org.tongbao.escalation.delivery.usecase.AttemptHistory;
import org.tongbao.escalation.delivery.usecase.Deliveries;
import org.tongbao.escalation.delivery.usecase.MessageIds;
import org.tongbao.escalation.delivery.usecase.OutgoingNotice;
import org.tongbao.escalation.notice.domain.LadderPosition;
import org.tongbao.escalation.notice.usecase.Announcements.EndedDelivery;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class SqlDeliveries implements Deliveries {
    // Whoever claimed a row whose lease ended may have sent it: that counts as a copy.
    static final String CLAIM = """
        with due as (
            select d.id, d.state, n.information or n.status = 'OPEN' or coalesce(n.end_reason = 'EXHAUSTED', false) as live
            from delivery d join notice n on n.id = d.notice_id
            where d.due_at <= app_now()
            order by d.level desc, (d.attempts > 0), d.bulk, d.due_at limit $1::int
            for no key update of d skip locked),
        lost as (
            update attempt set outcome = 'AMBIGUOUS', reason = 'lease-ended', ended_at = app_now()
            from due where attempt.delivery_id = due.id and due.state = 'CLAIMED' and attempt.ended_at is null),
        over as (
            update delivery set state = 'SUPERSEDED', reason = 'notice-over', due_at = null, ended_at = app_now()
            from due where delivery.id = due.id and not due.live
            returning delivery.*),
        claimed as (
            update delivery set state = 'CLAIMED', fence = fence + 1, attempts = attempts + 1,
                copies = copies + case when due.state = 'CLAIMED' then 1 else 0 end,
                due_at = app_now() + $2::bigint * interval '1 millisecond',
                first_attempt_at = coalesce(first_attempt_at, app_now())
            from due where delivery.id = due.id and due.live
            returning delivery.*),
        started as (
            insert into attempt (delivery_id, number, started_at) select id, attempts, app_now() from claimed)
        select d.id, n.id as notice_id, n.incident_id, n.rule, n.title_zh, n.title_en, t.name, d.address, t.language, d.role,
            t.agency, t.agency_name, t.agency_name_english, n.number, n.level, n.tlp, n.answer_due_at, n.clause,
            n.exercise, app_now() - d.first_attempt_at >= $3::bigint * interval '1 millisecond' as slow, d.because, n.facts,
            d.channel, d.told_id, t.token_hash, d.contact, d.loop, d.step, n.information, d.fence, d.attempts, d.copies,
            d.first_attempt_at, n.procedure_hash, d.state, d.reason, d.ended_at
        from (select * from claimed union all select * from over) d
            join notice n on n.id = d.notice_id join told t on t.id = d.told_id
        order by d.level desc, (d.attempts > 1), d.bulk, d.created_at\
        """;
    private static final String RECORD = """
        with outcome as (
            select id::uuid, fence::bigint, state, reason, copies::int, retry_in::bigint, relay
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
                as o(id, fence, state, reason, copies, retry_in, relay)),
        mine as (
            update delivery d set state = o.state, reason = o.reason, copies = d.copies + o.copies,
                due_at = app_now() + o.retry_in * interval '1 millisecond',
                ended_at = case when o.retry_in is null then app_now() end
            from outcome o where d.id = o.id and d.fence = o.fence and d.state = 'CLAIMED'
            returning d.id, d.attempts, o.state, o.reason, o.relay),
        ended as (
            update attempt a set outcome = m.state, reason = m.reason, relay = m.relay, ended_at = app_now()
            from mine m where a.delivery_id = m.id and a.number = m.attempts)
        select id from mine\
        """;

    private final MessageIds messageIds;

    SqlDeliveries(MessageIds messageIds) {
        this.messageIds = messageIds;
    }

    @Override
    public Uni<Claims> claim(int limit, Duration lease) {
        return Sql.query(CLAIM, this::found, limit, lease.toMillis(), RetrySchedule.SLOW.toMillis())
                .map(found -> new Claims(
                        found.stream().flatMap(it -> it.claimed().stream()).toList(),
                        found.stream().flatMap(it -> it.over().stream()).toList()));
    }

    /** One of the two. */
    private record Found(Optional<Claimed> claimed, Optional<EndedDelivery> over) {}

    private Found found(Row row) {
        return row.text("state").equals("SUPERSEDED")
                ? new Found(Optional.empty(), Optional.of(over(row)))
                : new Found(Optional.of(claimed(row)), Optional.empty());
    }

    private static EndedDelivery over(Row row) {
        return new EndedDelivery(
                row.uuid("incident_id"),
                row.uuid("notice_id"),
                row.uuid("id"),
                row.bool("exercise"),
                row.text("name"),
                row.text("role"),
                row.text("agency"),
                row.text("channel"),
                row.text("state"),
                row.text("reason"),
                row.instant("ended_at"));
    }

    private Claimed claimed(Row row) {
        UUID id = row.uuid("id");
        var message = new OutgoingNotice(
                id,
                row.uuid("notice_id"),
                row.uuid("incident_id"),
                messageIds.of(id),
                row.text("rule"),
                new Text(row.text("title_zh"), row.text("title_en")),
                new OutgoingNotice.Recipient(
                        row.text("name"),
                        row.text("address"),
                        row.text("language"),
                        row.text("role"),
                        row.text("agency"),
                        row.text("agency_name"),
                        row.textOrNull("agency_name_english")),
                row.text("number"),
                row.integer("level"),
                row.text("tlp"),
                row.instantOrNull("answer_due_at"),
                row.text("clause"),
                row.bool("exercise"),
                row.bool("slow"),
                null,
                RecipientReason.valueOf(row.text("because")),
                StoredFacts.read(row.text("facts")),
                null);
        return new Claimed(
                message,
                row.text("procedure_hash"),
                row.text("channel"),
                row.uuid("told_id"),
                row.bytes("token_hash"),
                row.uuid("contact"),
                new LadderPosition(row.integer("loop"), row.integer("step")),
                !row.bool("information"),
                row.bigint("fence"),
                new AttemptHistory(row.integer("attempts"), row.integer("copies"), row.instant("first_attempt_at")));
    }

    @Override
    public Uni<Set<UUID>> record(List<Recorded> outcomes) {
        return Sql.query(
                        RECORD,
                        row -> row.uuid("id"),
                        Sql.texts(outcomes, it -> it.delivery().message().deliveryId()),
                        Sql.texts(outcomes, it -> it.delivery().fence()),
                        Sql.texts(outcomes, it -> it.outcome().state()),
                        Sql.texts(outcomes, it -> it.outcome().reason()),
                        Sql.texts(outcomes, it -> it.outcome().mayBeACopy() ? 1 : 0),
                        Sql.texts(outcomes, it -> millis(it.outcome().retryIn())),
                        Sql.texts(outcomes, it -> it.outcome().relay()))
                .map(HashSet::new);
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }
}
