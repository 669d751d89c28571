package org.tongbao.platform.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.DirectoryPayload;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.EventType;
import org.tongbao.contracts.event.IncidentPayload;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.sql.Sql;

/** Stores an event in the transaction that makes it true; the relay publishes it after the commit. */
@ApplicationScoped
public class Outbox {
    /** The statement of one event, for a use case that puts it into a larger one. */
    public static final String INSERT = """
            insert into outbox (id, bucket, topic, subject, type, payload, exercise) values ($1, $2, $3, $4, $5, $6, $7)""";

    private static final String INSERT_ALL = """
            insert into outbox (id, bucket, topic, subject, type, payload, exercise)
            select r.id::uuid, r.bucket::smallint, r.topic, r.subject, r.type, r.payload, r.exercise::boolean
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
                as r(id, bucket, topic, subject, type, payload, exercise)""";

    private final OutboxRelay relay;

    Outbox(OutboxRelay relay) {
        this.relay = relay;
    }

    /** An event as a row, in the order of {@link #INSERT}. */
    public record Row(
            UUID id, short bucket, String topic, String subject, String type, String payload, boolean exercise) {}

    public <T extends Record & IncidentPayload> Uni<Void> add(EventType<T> type, T payload, boolean exercise) {
        return insert(row(type, payload.incidentId().toString(), payload, exercise));
    }

    /** An event of the directory, keyed by its agency. */
    public <T extends Record & DirectoryPayload> Uni<Void> add(EventType<T> type, T payload) {
        return insert(row(type, payload.agency(), payload, false));
    }

    /** Many events of the directory by one statement, in their order. */
    public <T extends Record & DirectoryPayload> Uni<Void> addAll(EventType<T> type, List<T> payloads) {
        if (payloads.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        announceAfterCommit();
        List<Row> rows =
                payloads.stream().map(it -> row(type, it.agency(), it, false)).toList();
        return Sql.update(
                        INSERT_ALL,
                        Sql.texts(rows, Row::id),
                        Sql.texts(rows, Row::bucket),
                        Sql.texts(rows, Row::topic),
                        Sql.texts(rows, Row::subject),
                        Sql.texts(rows, Row::type),
                        Sql.texts(rows, Row::payload),
                        Sql.texts(rows, Row::exercise))
                .replaceWithVoid();
    }

    public <T extends Record & IncidentPayload> Row row(EventType<T> type, T payload, boolean exercise) {
        return row(type, payload.incidentId().toString(), payload, exercise);
    }

    /** To be called by whoever inserts a {@link Row} itself: wakes the relay after the commit. */
    public void announceAfterCommit() {
        Transactions.afterCommit(relay::wake);
    }

    private <T extends Record> Row row(EventType<T> type, String subject, T payload, boolean exercise) {
        short bucket = (short) Math.floorMod(subject.hashCode(), OutboxRelay.BUCKETS);
        return new Row(Ids.next(), bucket, type.topic(), subject, type.name(), EventJson.write(payload), exercise);
    }

    Uni<Void> insert(Row row) {
        announceAfterCommit();
        return Sql.update(
                        INSERT,
                        row.id(),
                        row.bucket(),
                        row.topic(),
                        row.subject(),
                        row.type(),
                        row.payload(),
                        row.exercise())
                .replaceWithVoid();
    }
}
