package org.tongbao.review.stage;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.embedded.TestDatabase;

/** Looks into the service's tables, past row-level security. */
public final class Look {
    private static final Duration SOON = Duration.ofSeconds(20);

    private Look() {}

    public static List<String> reviews(UUID incident) {
        return texts("select kind || ' ' || status from review where incident_id = ? order by opened_at, id", incident);
    }

    public static List<String> parked(UUID incident) {
        return texts("select reason from inbox_parked where subject = ? order by sequence", incident.toString());
    }

    public static List<String> journal(UUID incident) {
        return texts(
                "select action || ' ' || actor from journal where incident_id = ? and action <> 'review-read' order by at, id",
                incident);
    }

    public static void awaitDirectory() {
        awaitAgency(Directory.STRANGER, 1);
        awaitAgency(Directory.OFFICE, 1);
        awaitAgency(Directory.BUREAU, 1);
        awaitAgency(Directory.ROOT, 1);
    }

    public static void awaitAgency(String code, long version) {
        await().atMost(SOON).until(() -> texts("select version::text from agency where code = ?", code)
                .contains(Long.toString(version)));
    }

    public static byte[] json(Record payload) {
        return EventJson.write(payload).getBytes(StandardCharsets.UTF_8);
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
}
