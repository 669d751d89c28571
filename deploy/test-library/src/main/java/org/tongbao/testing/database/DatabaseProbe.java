package org.tongbao.testing.database;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.EventType;
import org.tongbao.embedded.TestDatabase;

/** Reads and changes rows of the service under test past row-level security, and waits for them. */
public final class DatabaseProbe {
    private DatabaseProbe() {}

    /** The first column of every row, as text. */
    public static List<@Nullable String> texts(String sql, Object... arguments) {
        try (var connection = TestDatabase.superuser();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            List<@Nullable String> found = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the first row, as text: {@code null} stands as itself, a missing row is an error. */
    public static String text(String sql, Object... arguments) {
        List<@Nullable String> found = texts(sql, arguments);
        if (found.isEmpty()) {
            throw new IllegalStateException("no row: " + sql);
        }
        return String.valueOf(found.get(0));
    }

    /** @return the number of rows changed */
    public static int change(String sql, Object... arguments) {
        try (var connection = TestDatabase.superuser();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes rows that must be there. */
    public static void changeSome(String sql, Object... arguments) {
        if (change(sql, arguments) == 0) {
            throw new IllegalStateException("no row: " + sql);
        }
    }

    private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }

    /** For what a service does by itself after a while. */
    public static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofSeconds(20));
    }

    /** Waits until one of the rows has this text. */
    public static void awaitText(String expected, String sql, Object... arguments) {
        soon().until(() -> texts(sql, arguments).contains(expected));
    }

    /** Waits until the service has read this version of the agency's entry, or a later one. */
    public static void awaitAgency(String code, long version) {
        soon().until(() -> !texts("select 1 from agency where code = ? and version >= ?", code, version)
                .isEmpty());
    }

    /** What the service has announced of this subject, oldest first: the rows of its outbox, which are kept. */
    public static <T extends Record> List<T> announced(EventType<T> type, Object subject) {
        List<T> found = new ArrayList<>();
        for (String payload : payloads(subject, type.name())) {
            try {
                found.add(EventJson.read(payload.getBytes(StandardCharsets.UTF_8), type));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /** The same as JSON. */
    public static List<String> payloads(Object subject, String type) {
        return texts(
                        "select payload from outbox where subject = ? and type = ? order by position",
                        subject.toString(),
                        type)
                .stream()
                .map(String::valueOf)
                .toList();
    }
}
