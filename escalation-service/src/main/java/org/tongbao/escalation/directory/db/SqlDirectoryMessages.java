package org.tongbao.escalation.directory.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.tongbao.contracts.Ids;
import org.tongbao.escalation.db.DirectoryMessageRows;
import org.tongbao.escalation.delivery.domain.RetrySchedule;
import org.tongbao.escalation.delivery.usecase.AttemptHistory;
import org.tongbao.escalation.delivery.usecase.Deliveries;
import org.tongbao.escalation.delivery.usecase.MessageIds;
import org.tongbao.escalation.directory.domain.Addressee;
import org.tongbao.escalation.directory.usecase.DirectoryMessages;
import org.tongbao.escalation.directory.usecase.OutgoingDirectoryMessage;
import org.tongbao.platform.sql.JsonColumn;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class SqlDirectoryMessages implements DirectoryMessages {
    private static final String ADD = """
            insert into directory_message (id, agency, kind, contact, name, language, agency_name, agency_name_english,
                channels, matter, code, too_late_at, state, due_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb, $10, $11, $12, 'PENDING', app_now())
            on conflict (id) do nothing""";
    private static final String PASS_OVER = """
            insert into directory_attempt (message_id, position, number, channel, started_at, ended_at, outcome, reason)
            select m.id, p, 1, m.channels -> p ->> 'type', app_now(), app_now(), 'PERMANENT', 'no-such-channel'
            from directory_message m cross join unnest($2::int[]) p where m.id = $1""";
    private static final String SWITCHED = """
            position = $2, state = 'PENDING', reason = null, attempts = 0, copies = 0,
                first_attempt_at = null, ended_at = null, updated_at = app_now(),
            """;
    private static final String SEND =
            "update directory_message set " + SWITCHED + " calling = false, due_at = app_now() where id = $1";
    private static final String CALL = """
            with call as (insert into directory_call (id, message_id, position) values ($3, $1, $2))
            update directory_message set
            """ + SWITCHED + " calling = true, due_at = too_late_at where id = $1";
    private static final String END = """
            update directory_message set state = case when ended_at is null then 'PERMANENT' else state end,
                reason = case when ended_at is null then $2 else reason end, calling = false, due_at = null, code = null,
                ended_at = coalesce(ended_at, app_now()), updated_at = app_now()
            where id = $1""";
    // Whoever claimed a row whose lease ended may have sent it: that counts as a copy.
    private static final String CLAIM = """
            with due as (
                select id, state, coalesce(too_late_at <= app_now(), false) as late from directory_message
                where due_at <= app_now() order by due_at limit $1::int for no key update skip locked),
            lost as (
                update directory_attempt a set outcome = 'AMBIGUOUS', reason = 'lease-ended', ended_at = app_now()
                from due where a.message_id = due.id and due.state = 'CLAIMED' and a.ended_at is null),
            over as (
                update directory_message m set state = 'SUPERSEDED', reason = 'too-late', calling = false, due_at = null,
                    code = null, ended_at = app_now(), updated_at = app_now()
                from due where m.id = due.id and due.late),
            claimed as (
                update directory_message m set state = 'CLAIMED', fence = fence + 1, attempts = attempts + 1,
                    copies = copies + case when due.state = 'CLAIMED' then 1 else 0 end,
                    due_at = app_now() + $2::bigint * interval '1 millisecond',
                    first_attempt_at = coalesce(first_attempt_at, app_now()), updated_at = app_now()
                from due where m.id = due.id and not due.late
                returning m.*),
            started as (
                insert into directory_attempt (message_id, position, number, channel, started_at)
                select id, position, attempts, channels -> position ->> 'type', app_now() from claimed)
            select %s, m.id, m.channels -> m.position ->> 'value' as address, m.code,
                app_now() - m.first_attempt_at >= $3::bigint * interval '1 millisecond' as slow,
                m.channels -> m.position ->> 'type' as channel, m.position, m.fence, m.attempts, m.copies, m.first_attempt_at
            from claimed m order by m.created_at""".formatted(DirectoryMessageRows.COLUMNS);
    private static final String RECORD = """
            with mine as (
                update directory_message set state = $3, reason = $4, copies = copies + $5::int,
                    due_at = case when $6::bigint is null then null else app_now() + $6::bigint * interval '1 millisecond' end,
                    code = case when $6::bigint is null then null else code end,
                    ended_at = case when $6::bigint is null then app_now() end, updated_at = app_now()
                where id = $1 and fence = $2 and state = 'CLAIMED'
                returning id, position, attempts)
            update directory_attempt a set outcome = $3, reason = $4, relay = $7, ended_at = app_now()
            from mine where a.message_id = mine.id and a.position = mine.position and a.number = mine.attempts""";
    private final MessageIds messageIds;

    SqlDirectoryMessages(MessageIds messageIds) {
        this.messageIds = messageIds;
    }

    @Override
    public Uni<Boolean> add(Message it) {
        return Sql.update(
                        ADD,
                        it.id(),
                        it.agency(),
                        it.notification().kind().name(),
                        it.to().contact(),
                        it.to().name(),
                        it.to().language(),
                        it.to().agencyName(),
                        it.to().agencyNameEnglish(),
                        JsonColumn.write(it.to().channels()),
                        JsonColumn.write(it.notification()),
                        it.code(),
                        it.notification().expiresAt().orElse(null))
                .map(added -> added == 1);
    }

    @Override
    public Uni<Void> switchTo(UUID id, Addressee.NextChannel next, String reason) {
        Uni<Integer> passed = next.skipped().isEmpty()
                ? Uni.createFrom().item(0)
                : Sql.update(PASS_OVER, id, next.skipped().toArray(Integer[]::new));
        return passed.chain(() -> switch (next.mode()) {
                    case SENT -> Sql.update(SEND, id, next.position());
                    case CALLED -> Sql.update(CALL, id, next.position(), Ids.next());
                    case NONE_LEFT -> Sql.update(END, id, reason);
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Claimed>> claim(int limit, Duration lease) {
        return Sql.query(CLAIM, this::claimed, limit, lease.toMillis(), RetrySchedule.SLOW.toMillis());
    }

    private Claimed claimed(Row row) {
        UUID id = row.uuid("id");
        var message = new OutgoingDirectoryMessage(
                id,
                messageIds.of(id),
                DirectoryMessageRows.addressee(row),
                row.text("address"),
                DirectoryMessageRows.notification(row),
                row.textOrNull("code"),
                row.bool("slow"));
        return new Claimed(
                message,
                row.text("channel"),
                row.integer("position"),
                row.bigint("fence"),
                new AttemptHistory(row.integer("attempts"), row.integer("copies"), row.instant("first_attempt_at")));
    }

    @Override
    public Uni<Boolean> record(Claimed claimed, Deliveries.Outcome outcome) {
        Duration retryIn = outcome.retryIn();
        return Sql.update(
                        RECORD,
                        claimed.message().id(),
                        claimed.fence(),
                        outcome.state(),
                        outcome.reason(),
                        outcome.mayBeACopy() ? 1 : 0,
                        retryIn == null ? null : retryIn.toMillis(),
                        outcome.relay())
                .map(changed -> changed == 1);
    }
}
