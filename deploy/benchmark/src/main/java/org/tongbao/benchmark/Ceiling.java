package org.tongbao.benchmark;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL itself could take: the rows that one real report left, inserted again and again under new ids, one
 * prepared transaction a report, all statements of it on the wire at once, without any service and without row-level security.
 */
final class Ceiling {
    /** In an order that satisfies the foreign keys. */
    private static final List<String> TABLES = List.of(
            "idempotency",
            "incident",
            "obligation",
            "affected_agency",
            "incident_access",
            "happening",
            "journal",
            "outbox");

    private final Vertx vertx;
    private final String database;
    private final List<Statement> statements;

    /** All rows of one table in one INSERT; values as text, cast by the server to their columns' types. */
    private record Statement(String sql, List<@Nullable String> values) {}

    private Ceiling(Vertx vertx, String database, List<Statement> statements) {
        this.vertx = vertx;
        this.database = database;
        this.statements = statements;
    }

    /**
     * @param database {@code postgresql://host:port/intake}
     * @param incident a real one, reported just now
     */
    static Ceiling of(Vertx vertx, String database, String incident, String idempotencyKey) throws SQLException {
        List<Statement> statements = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:" + database, "postgres", "")) {
            for (String table : TABLES) {
                statements.addAll(statement(connection, table, incident, idempotencyKey));
            }
        }
        return new Ceiling(vertx, database, statements);
    }

    int rows() {
        return statements.size();
    }

    private static List<Statement> statement(Connection connection, String table, String incident, String key)
            throws SQLException {
        Map<String, String> columns = columns(connection, table);
        if (columns.isEmpty()) {
            return List.of();
        }
        String where =
                switch (table) {
                    case "idempotency" -> "key = '" + key + "'";
                    case "incident" -> "id = '" + incident + "'";
                    case "outbox" -> "subject = '" + incident + "'";
                    default -> "incident_id = '" + incident + "'";
                };
        List<@Nullable String> values = new ArrayList<>();
        List<String> tuples = new ArrayList<>();
        String selected = columns.keySet().stream().map(it -> it + "::text").collect(Collectors.joining(", "));
        try (var rows = connection
                .createStatement()
                .executeQuery("select " + selected + " from " + table + " where " + where)) {
            while (rows.next()) {
                List<String> parameters = new ArrayList<>();
                int column = 1;
                for (String type : columns.values()) {
                    values.add(rows.getString(column++));
                    parameters.add("$" + values.size() + "::text::" + type);
                }
                tuples.add("(" + String.join(", ", parameters) + ")");
            }
        }
        if (tuples.isEmpty()) {
            return List.of();
        }
        String names = String.join(", ", columns.keySet());
        return List.of(
                new Statement("insert into " + table + " (" + names + ") values " + String.join(", ", tuples), values));
    }

    // Columns that the database fills by itself, as in the service's own statement, are left to it.
    private static Map<String, String> columns(Connection connection, String table) throws SQLException {
        Map<String, String> columns = new java.util.LinkedHashMap<>();
        try (var rows = connection
                .createStatement()
                .executeQuery("select attname, format_type(atttypid, atttypmod) from pg_attribute where attrelid ="
                        + " to_regclass('"
                        + table
                        + "') and attnum > 0 and not attisdropped and attidentity = '' and attname not in"
                        + " ('xid', 'sent_at', 'sequence') order by attnum")) {
            while (rows.next()) {
                columns.put(rows.getString(1), rows.getString(2));
            }
        }
        return columns;
    }

    /** Transactions a second. */
    double run(int connections, Duration length) {
        PgConnectOptions options = PgConnectOptions.fromUri(database)
                .setUser("postgres")
                .setPassword("")
                .setCachePreparedStatements(true);
        long end = System.nanoTime() + length.toNanos();
        var done = new AtomicLong();
        long began = System.nanoTime();
        List<Future<Void>> loops = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            loops.add(PgConnection.connect(vertx, options).compose(connection -> {
                Promise<Void> over = Promise.promise();
                next(connection, end, done, over);
                return over.future().eventually(() -> connection.close());
            }));
        }
        Futures.join(Future.all(loops));
        return done.get() / ((System.nanoTime() - began) / 1e9);
    }

    private void next(PgConnection connection, long end, AtomicLong done, Promise<Void> over) {
        if (System.nanoTime() >= end) {
            over.complete();
            return;
        }
        Map<String, String> renamed = new HashMap<>();
        List<Future<?>> responses = new ArrayList<>();
        responses.add(connection.query("BEGIN").execute());
        for (Statement statement : statements) {
            responses.add(connection.preparedQuery(statement.sql()).execute(values(statement, renamed)));
        }
        responses.add(connection.query("COMMIT").execute());
        Future.join(responses)
                .onSuccess(all -> {
                    done.incrementAndGet();
                    next(connection, end, done, over);
                })
                .onFailure(over::fail);
    }

    private static Tuple values(Statement statement, Map<String, String> renamed) {
        Tuple tuple = Tuple.tuple();
        for (@Nullable String value : statement.values()) {
            tuple.addString(value == null ? null : fresh(value, renamed));
        }
        return tuple;
    }

    // Ids, the number and the key must differ from report to report; everything else stays as it was.
    private static String fresh(String value, Map<String, String> renamed) {
        boolean uuid = value.length() == 36 && value.charAt(8) == '-' && value.charAt(13) == '-';
        boolean number = value.length() == 14 && value.charAt(4) == '-' && value.charAt(9) == '-';
        return uuid || number ? renamed.computeIfAbsent(value, it -> uuid ? newId() : newId().substring(22)) : value;
    }

    // Time first, as the ids of the service, so that the indexes grow at one end here too.
    private static String newId() {
        var random = UUID.randomUUID();
        long first = System.currentTimeMillis() << 16 | 0x7000L | random.getMostSignificantBits() & 0xFFFL;
        return new UUID(first, random.getLeastSignificantBits()).toString();
    }
}
