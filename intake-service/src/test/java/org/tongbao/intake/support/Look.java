package org.tongbao.intake.support;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tongbao.embedded.TestDatabase;

/** Looks at results past row-level security. */
public final class Look {
    private Look() {}

    /** The first column of every row, as text. */
    public static List<String> all(String sql, Object... arguments) {
        try (var connection = TestDatabase.superuser();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            var found = new ArrayList<String>();
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

    public static String one(String sql, Object... arguments) {
        return String.valueOf(all(sql, arguments).get(0));
    }

    /** The payloads of an incident's events of one type, oldest first. */
    public static List<String> events(Object incident, String type) {
        return all(
                "select payload from outbox where subject = ? and type = ? order by position",
                incident.toString(),
                type);
    }
}
