package org.tongbao.escalation.stage;

import static org.awaitility.Awaitility.await;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.tongbao.embedded.TestDatabase;

/** Looks into the service's tables, past row-level security. */
public final class Look {
    private Look() {}

    public static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofSeconds(20));
    }

    /** Everybody who was told so far by which channel, as {@code rule agency role contact channel}. */
    public static List<String> told(UUID incident) {
        return texts("""
                select n.rule || ' ' || n.recipient_agency || ' ' || d.role || ' ' || t.name || ' ' || d.channel
                from notice n join delivery d on d.notice_id = n.id join told t on t.id = d.told_id
                where n.incident_id = ? order by 1""", incident);
    }

    /** The states of an incident's notices, as {@code rule agency STATUS reason}. */
    public static List<String> notices(UUID incident) {
        return texts("""
                select rule || ' ' || recipient_agency || ' ' || status || coalesce(' ' || end_reason, '')
                from notice where incident_id = ? order by 1""", incident);
    }

    public static UUID notice(UUID incident, String rule, String agency) {
        return soon()
                .until(
                        () -> texts(
                                "select id::text from notice where incident_id = ? and rule = ? and recipient_agency = ?",
                                incident,
                                rule,
                                agency),
                        found -> !found.isEmpty())
                .stream()
                .map(UUID::fromString)
                .findFirst()
                .orElseThrow();
    }

    public static List<String> texts(String sql, Object... arguments) {
        try (var connection = TestDatabase.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<String> found = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void change(String sql, Object... arguments) {
        try (var connection = TestDatabase.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
