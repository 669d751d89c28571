package org.tongbao.platform.sql;

import io.netty.channel.ChannelPipeline;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.impl.NetSocketInternal;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionBase;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opens every connection of this service to its database, from one place of settings: {@code quarkus.datasource}.
 *
 * <p>A connection ends when an answer on it is overdue; the client itself waits for ever, and so would its transaction, the
 * beat behind it and its place in the pool. Every statement stays prepared, however long: the client leaves out those over
 * 2,048 characters, which are the ones that cost the most to parse and plan again.
 */
@Singleton
public class DatabaseConnections implements PgPoolCreator {
    /** As the client names its own handler. */
    private static final String CLIENT = "handler";

    private final Duration answerLimit;
    private final Duration connectionLimit;
    private final Optional<Path> authority;
    private List<PgConnectOptions> servers = List.of();

    DatabaseConnections(
            @ConfigProperty(name = "tongbao.database.answer-limit") Duration answerLimit,
            @ConfigProperty(name = "tongbao.database.connection-limit") Duration connectionLimit,
            @ConfigProperty(name = "tongbao.database.ca") Optional<Path> authority) {
        this.authority = authority;
        this.answerLimit = answerLimit;
        this.connectionLimit = connectionLimit;
    }

    @Override
    public Pool create(Input input) {
        servers = List.copyOf(input.pgConnectOptionsList());
        servers.forEach(this::limit);
        return pool(input.vertx(), input.poolOptions(), servers);
    }

    /** A small pool of its own, whose connections act under a role from the start; the caller closes it. */
    public Pool create(Vertx vertx, PoolOptions options, String role) {
        if (servers.isEmpty()) {
            throw new IllegalStateException("the pool of the data source is opened first");
        }
        List<PgConnectOptions> underRole = servers.stream()
                .map(it -> new PgConnectOptions(it).addProperty("role", role))
                .toList();
        return pool(vertx, options, underRole);
    }

    private void limit(PgConnectOptions server) {
        server.setPreparedStatementCacheSqlFilter(sql -> true);
        authority.ifPresent(it -> server.setTrustOptions(new PemTrustOptions().addCertPath(it.toString())));
        server.setTcpKeepAlive(true);
        server.setConnectTimeout((int) connectionLimit.toMillis());
    }

    private Pool pool(Vertx vertx, PoolOptions options, List<? extends SqlConnectOptions> to) {
        return PgBuilder.pool()
                .with(new PoolOptions(options)
                        .setConnectionTimeout((int) connectionLimit.toMillis())
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .withConnectHandler(this::watch)
                .connectingTo(List.<SqlConnectOptions>copyOf(to))
                .using(vertx)
                .build();
    }

    /** Silence is fine unless an answer is owed. */
    private void watch(SqlConnection connection) {
        ChannelPipeline handlers = socket(connection).channelHandlerContext().pipeline();
        handlers.addBefore(CLIENT, "answer", new AnswerLimit(answerLimit));
        connection.close(); // hands it to the pool
    }

    private static NetSocketInternal socket(SqlConnection connection) {
        if (connection instanceof SqlConnectionBase<?> base
                && base.unwrap().unwrap() instanceof SocketConnectionBase client) {
            return client.socket();
        }
        throw new IllegalStateException("the client hands out another connection: "
                + connection.getClass().getName());
    }
}
