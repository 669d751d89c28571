package org.tongbao.escalation.delivery.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.contact.domain.RecipientReason;
import org.tongbao.escalation.db.StoredFacts;
import org.tongbao.escalation.delivery.domain.RetrySchedule;
import org.tongbao.escalation.delivery.usecase.AttemptHistory;
import org.tongbao.escalation.delivery.usecase.Deliveries;
import org.tongbao.escalation.delivery.usecase.MessageIds;
import org.tongbao.escalation.delivery.usecase.OutgoingNotice;
import org.tongbao.escalation.notice.domain.LadderPosition;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class SqlDeliveries implements Deliveries {
    // Whoever claimed a row whose lease ended may have sent it: that counts as a copy.
    private static final String CLAIM = """
            with due as (
                select d.id, d.state, n.information or n.status = 'OPEN' or coalesce(n.end_reason = 'EXHAUSTED', false) as live
                from delivery d join notice n on n.id = d.notice_id
                where d.due_at <= app_now()
                order by d.level desc, d.due_at limit $1::int for no key update of d skip locked),
            lost as (
                update attempt set outcome = 'AMBIGUOUS', reason = 'lease-ended', ended_at = app_now()
                from due where attempt.delivery_id = due.id and due.state = 'CLAIMED' and attempt.ended_at is null),
            over as (
                update delivery set state = 'SUPERSEDED', reason = 'notice-over', due_at = null, ended_at = app_now()
                from due where delivery.id = due.id and not due.live),
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
                d.channel, d.told_id, d.contact, d.loop, d.step, n.information, d.fence, d.attempts, d.copies,
                d.first_attempt_at, n.procedure_hash
            from claimed d join notice n on n.id = d.notice_id join told t on t.id = d.told_id
            order by d.level desc, d.created_at""";
    private static final String RECORD = """
            with mine as (
                update delivery set state = $3, reason = $4, copies = copies + $5::int,
                    due_at = case when $6::bigint is null then null else app_now() + $6::bigint * interval '1 millisecond' end,
                    ended_at = case when $6::bigint is null then app_now() end
                where id = $1 and fence = $2 and state = 'CLAIMED'
                returning id, attempts)
            update attempt set outcome = $3, reason = $4, relay = $7, ended_at = app_now()
            from mine where attempt.delivery_id = mine.id and attempt.number = mine.attempts""";

    private final MessageIds messageIds;

    SqlDeliveries(MessageIds messageIds) {
        this.messageIds = messageIds;
    }

    @Override
    public Uni<List<Claimed>> claim(int limit, Duration lease) {
        return Sql.query(CLAIM, this::claimed, limit, lease.toMillis(), RetrySchedule.SLOW.toMillis());
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
                row.uuid("contact"),
                new LadderPosition(row.integer("loop"), row.integer("step")),
                !row.bool("information"),
                row.bigint("fence"),
                new AttemptHistory(row.integer("attempts"), row.integer("copies"), row.instant("first_attempt_at")));
    }

    @Override
    public Uni<Boolean> record(Claimed delivery, Outcome outcome) {
        Duration retryIn = outcome.retryIn();
        return Sql.update(
                        RECORD,
                        delivery.message().deliveryId(),
                        delivery.fence(),
                        outcome.state(),
                        outcome.reason(),
                        outcome.mayBeACopy() ? 1 : 0,
                        retryIn == null ? null : retryIn.toMillis(),
                        outcome.relay())
                .map(changed -> changed == 1);
    }
}
