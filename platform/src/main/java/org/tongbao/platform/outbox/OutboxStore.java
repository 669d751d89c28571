package org.tongbao.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tongbao.platform.sql.DatabaseConnections;

/** The relay's statements, on connections of its own that act under the engine's role from the start. */
@ApplicationScoped
class OutboxStore {
    private static final int CONNECTIONS = 6;
    private static final int LOCK_CLASS = 7_101;
    private static final String BUCKETS = "select distinct bucket from outbox where sent_at is null";
    // The lock and the rows are two statements: the second needs a snapshot taken after the lock was got.
    private static final String LOCK = "select pg_try_advisory_xact_lock($1, $2)";
    // Numbers are committed before anything is sent. A relay that dies between send and mark finds the same numbers
    // again, even when a slower transaction with a smaller position has become visible meanwhile.
    private static final String NUMBER = """
            with unsent as (
                select position, topic, subject, sequence from outbox
                where bucket = $1 and sent_at is null order by position limit $2),
            fresh as (
                select position, topic, subject,
                    row_number() over (partition by topic, subject order by position) as rank
                from unsent where sequence is null),
            counter as (
                insert into outbox_sequence as s (topic, subject, last)
                select topic, subject, max(rank) from fresh group by topic, subject
                on conflict (topic, subject) do update set last = s.last + excluded.last
                returning topic, subject, last),
            numbered as (
                update outbox o
                set sequence = c.last + f.rank
                    - (select max(rank) from fresh m where m.topic = f.topic and m.subject = f.subject)
                from fresh f join counter c on c.topic = f.topic and c.subject = f.subject
                where o.position = f.position
                returning o.position, o.sequence)
            select o.position, o.id, o.topic, o.subject, o.type, o.payload, o.exercise, o.created_at,
                   coalesce(n.sequence, u.sequence) as sequence
            from unsent u join outbox o on o.position = u.position left join numbered n on n.position = u.position""";
    private static final String MARK = "update outbox set sent_at = app_now() where position = any($1)";

    private static final String DELETE_EXPIRED = """
            delete from outbox where position in (
                select position from outbox where sent_at < app_now() - interval '7 days'
                order by sent_at limit $1)""";
    private static final String OLDEST_AGE =
            "select coalesce(extract(epoch from app_now() - min(created_at)), 0)::float8 from outbox where sent_at is null";

    private final Pool pool;

    OutboxStore(
            Vertx vertx,
            DatabaseConnections connections,
            io.vertx.sqlclient.Pool opened,
            @ConfigProperty(name = "tongbao.database.engine-role") String engineRole) {
        opened.size(); // a proxy: the data source is set up by its first use
        pool = Pool.newInstance(connections.create(
                vertx, new PoolOptions().setMaxSize(CONNECTIONS).setName("outbox"), engineRole));
    }

    @PreDestroy
    void close() {
        pool.closeAndForget();
    }

    record Unsent(
            long position,
            UUID id,
            String topic,
            String subject,
            String type,
            String payload,
            boolean exercise,
            OffsetDateTime createdAt,
            long sequence) {
        static Unsent of(Row row) {
            return new Unsent(
                    row.getLong("position"),
                    row.getUUID("id"),
                    row.getString("topic"),
                    row.getString("subject"),
                    row.getString("type"),
                    row.getString("payload"),
                    row.getBoolean("exercise"),
                    row.getOffsetDateTime("created_at"),
                    row.getLong("sequence"));
        }
    }

    Uni<List<Short>> bucketsWithWork() {
        return rows(BUCKETS, Tuple.tuple()).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getShort(0))
                .toList());
    }

    /** Runs the work while holding the bucket; null when another relay holds it. */
    <T> Uni<T> holding(short bucket, Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(LOCK_CLASS, (int) bucket))
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? work.apply(connection)
                        : Uni.createFrom().<T>nullItem()));
    }

    /** Gives numbers to what has none, commits them, and answers the oldest unsent events, per subject in order. */
    Uni<List<Unsent>> number(short bucket, int limit) {
        return rows(NUMBER, Tuple.of(bucket, limit)).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(Unsent::of)
                .sorted(Comparator.comparingLong(Unsent::sequence).thenComparingLong(Unsent::position))
                .toList());
    }

    // Not by the pool itself: when its wait for a connection times out, it fails once more as the connection does.
    private Uni<RowSet<Row>> rows(String sql, Tuple parameters) {
        return pool.withConnection(connection -> connection.preparedQuery(sql).execute(parameters));
    }

    Uni<Void> markSent(SqlConnection connection, List<Unsent> events) {
        Long[] positions = events.stream().map(Unsent::position).toArray(Long[]::new);
        return connection.preparedQuery(MARK).execute(Tuple.of(positions)).replaceWithVoid();
    }

    /** Deletes up to so many that were sent long enough ago, and answers how many. */
    Uni<Integer> deleteExpired(int limit) {
        return rows(DELETE_EXPIRED, Tuple.of(limit)).map(RowSet::rowCount);
    }

    /** Age in seconds of the oldest unsent event, 0 when there is none. */
    Uni<Double> oldestAge() {
        return rows(OLDEST_AGE, Tuple.tuple())
                .map(rows -> rows.iterator().next().getDouble(0));
    }
}
