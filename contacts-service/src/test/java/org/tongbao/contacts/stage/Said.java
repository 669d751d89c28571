package org.tongbao.contacts.stage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tongbao.contracts.event.DirectoryMessage;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.EventType;
import org.tongbao.embedded.TestDatabase;

/** What this service has said of an agency so far, in order: the rows of its outbox, which are kept. */
public final class Said {
    private Said() {}

    public static <T extends Record & DirectoryMessage> List<T> of(EventType<T> type, String agency) {
        try (var connection = TestDatabase.superuser();
                var query = connection.prepareStatement(
                        "select payload from outbox where subject = ? and type = ? order by position")) {
            query.setString(1, agency);
            query.setString(2, type.name());
            List<T> said = new ArrayList<>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    said.add(EventJson.read(rows.getBytes(1), type));
                }
            }
            return said;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets time pass for rows of an agency, which stands as {@code ?} in the statement. */
    public static void pass(String sql, String agency) {
        try (var connection = TestDatabase.superuser();
                var update = connection.prepareStatement(sql)) {
            update.setString(1, agency);
            if (update.executeUpdate() == 0) {
                throw new IllegalStateException("no row of " + agency);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
