package org.tongbao.platform.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

/** The statements of the inbox; each runs in the engine transaction under way. */
@ApplicationScoped
class InboxStore {
    // One statement decides: seen before, next in order, or ahead of a gap.
    private static final String CLAIM = """
            with seen as (
                insert into inbox (listener, event_id) values ($1, $2) on conflict do nothing returning 1),
            moved as (
                insert into inbox_position as p (listener, source, subject, sequence)
                select $1, $3, $4, $5::bigint from seen where $5::bigint = 1
                on conflict (listener, source, subject) do nothing
                returning 1),
            advanced as (
                update inbox_position set sequence = $5::bigint
                where listener = $1 and source = $3 and subject = $4 and sequence = $5::bigint - 1 and $5::bigint > 1
                  and exists (select from seen)
                returning 1)
            select (select count(*) from seen)::int as fresh,
                (select count(*) from moved)::int + (select count(*) from advanced)::int as moved""";
    private static final String ADVANCE = """
            insert into inbox_position as p (listener, source, subject, sequence) values ($1, $2, $3, $4)
            on conflict (listener, source, subject) do update set sequence = excluded.sequence
            where p.sequence = excluded.sequence - 1""";
    private static final String PARK = """
            insert into inbox_parked (listener, event_id, source, subject, sequence, type, event_time, exercise, payload, reason)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (listener, event_id) do update set reason = excluded.reason""";
    private static final String COLUMNS =
            "select event_id, type, source, subject, sequence, event_time, exercise, payload from inbox_parked ";
    private static final String NEXT_PARKED =
            COLUMNS + "where listener = $1 and source = $2 and subject = $3 and sequence = $4 for update";
    // Only heads of a line can move: the one whose number follows the last applied.
    private static final String HEADS = COLUMNS + """
            k where listener = $1 and sequence = 1 + coalesce((
                select p.sequence from inbox_position p
                where p.listener = k.listener and p.source = k.source and p.subject = k.subject), 0)
            order by parked_at limit 200""";
    private static final String REMEMBER =
            "insert into inbox (listener, event_id) values ($1, $2) on conflict do nothing";
    private static final String PARKED_COUNT = "select count(*) as parked from inbox_parked";
    private static final String UNPARK = "delete from inbox_parked where listener = $1 and event_id = $2";

    enum Place {
        SEEN_BEFORE,
        NEXT,
        OUT_OF_ORDER
    }

    Uni<Place> claim(String listener, ReceivedEvent<?> event) {
        return Sql.queryOne(
                CLAIM,
                row -> row.integer("fresh") == 0
                        ? Place.SEEN_BEFORE
                        : row.integer("moved") == 1 ? Place.NEXT : Place.OUT_OF_ORDER,
                listener,
                event.id(),
                event.source(),
                event.subject(),
                event.sequence());
    }

    Uni<Void> remember(String listener, ReceivedEvent<?> event) {
        return Sql.update(REMEMBER, listener, event.id()).replaceWithVoid();
    }

    /** False when another one moved there meanwhile. */
    Uni<Boolean> advance(String listener, ReceivedEvent<?> event) {
        return Sql.update(ADVANCE, listener, event.source(), event.subject(), event.sequence())
                .map(changed -> changed == 1);
    }

    Uni<Void> park(String listener, ReceivedEvent<String> event, String reason) {
        return Sql.update(
                        PARK,
                        listener,
                        event.id(),
                        event.source(),
                        event.subject(),
                        event.sequence(),
                        event.type(),
                        event.time(),
                        event.exercise(),
                        event.payload(),
                        reason)
                .replaceWithVoid();
    }

    Uni<Optional<ReceivedEvent<String>>> parkedAfter(String listener, ReceivedEvent<?> event) {
        return Sql.queryFirst(
                NEXT_PARKED, InboxStore::event, listener, event.source(), event.subject(), event.sequence() + 1);
    }

    Uni<List<ReceivedEvent<String>>> heads(String listener) {
        return Sql.query(HEADS, InboxStore::event, listener);
    }

    Uni<Boolean> unpark(String listener, ReceivedEvent<?> event) {
        return Sql.update(UNPARK, listener, event.id()).map(changed -> changed == 1);
    }

    Uni<Long> parkedCount() {
        return Sql.queryOne(PARKED_COUNT, row -> row.bigint("parked"));
    }

    private static ReceivedEvent<String> event(Row row) {
        return new ReceivedEvent<>(
                row.uuid("event_id"),
                row.text("type"),
                row.text("source"),
                row.text("subject"),
                row.bigint("sequence"),
                row.instant("event_time"),
                row.bool("exercise"),
                row.text("payload"));
    }
}
