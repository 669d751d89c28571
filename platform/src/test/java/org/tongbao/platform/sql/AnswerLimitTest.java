package org.tongbao.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.embedded.Ports;
import org.tongbao.platform.access.TransientFailures;
import org.tongbao.testing.network.UnreliableLink;

/** A real server behind a link that swallows everything. */
class AnswerLimitTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final URI database = URI.create(System.getProperty("TONGBAO_DB_URL"));
    private final Vertx vertx = Vertx.vertx();
    private UnreliableLink link;
    private Pool pool;

    @BeforeEach
    void open() {
        link = UnreliableLink.open(Ports.free(), database.getPort());
        pool = new DatabaseConnections(LIMIT, Duration.ofSeconds(5), Optional.empty())
                .create(new Input(vertx, link.port()));
    }

    private record Input(Vertx vertx, int port) implements PgPoolCreator.Input {
        @Override
        public PoolOptions poolOptions() {
            return new PoolOptions().setMaxSize(2);
        }

        @Override
        public List<PgConnectOptions> pgConnectOptionsList() {
            return List.of(new PgConnectOptions()
                    .setHost("127.0.0.1")
                    .setPort(port)
                    .setDatabase("postgres")
                    .setUser("postgres")
                    .setCachePreparedStatements(true));
        }
    }

    @AfterEach
    void close() {
        link.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whatWaitsForAServerThatHangsFailsAndTheNextIsAnswered() {
        assertThat(await(select("select 1"))).hasSize(1);

        link.hang();
        assertThatThrownBy(() -> await(select("select 2"))).cause().matches(TransientFailures::isTransient);

        link.heal();
        assertThat(answered("select 3")).hasSize(1);
    }

    @Test
    void aStatementThatIsPreparedAlreadyFailsToo() {
        assertThat(await(select("select 1"))).hasSize(1);

        link.hang();
        assertThatThrownBy(() -> await(select("select 1"))).cause().matches(TransientFailures::isTransient);

        link.heal();
        assertThat(answered("select 1")).hasSize(1);
    }

    @Test
    void aTransactionUnderWayFails() {
        var begun = await(pool.getConnection().compose(connection -> connection
                .begin()
                .compose(transaction -> connection.query("select 1").execute())
                .map(connection)));

        link.hang();
        assertThatThrownBy(() -> await(begun.query("select 2").execute()))
                .cause()
                .matches(TransientFailures::isTransient);
        assertThatThrownBy(() -> await(begun.transaction().commit())).cause().isNotInstanceOf(TimeoutException.class);
        await(begun.close());

        link.heal();
        assertThat(answered("select 3")).hasSize(1);
    }

    @Test
    void aServerThatNeverGreetsIsGivenUp() {
        link.hang();
        assertThatThrownBy(() -> await(select("select 1"))).cause().matches(TransientFailures::isTransient);

        link.heal();
        assertThat(answered("select 2")).hasSize(1);
    }

    @Test
    void anIdleConnectionIsLeftAlone() {
        int backend = await(select("select pg_backend_pid() as pid"))
                .iterator()
                .next()
                .getInteger("pid");

        await(vertx.timer(3 * LIMIT.toMillis()));

        assertThat(await(select("select pg_backend_pid() as pid"))
                        .iterator()
                        .next()
                        .getInteger("pid"))
                .isEqualTo(backend);
    }

    /** A connection that ends just as the pool hands it out is one more failure that a caller tries again. */
    private RowSet<Row> answered(String sql) {
        return Awaitility.await()
                .ignoreExceptionsMatching(failure -> TransientFailures.isTransient(failure.getCause()))
                .until(() -> await(select(sql)), Objects::nonNull);
    }

    private io.vertx.core.Future<RowSet<Row>> select(String sql) {
        return pool.getConnection()
                .compose(connection -> connection.preparedQuery(sql).execute().eventually(() -> connection.close()));
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
