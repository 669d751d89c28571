package org.tongbao.intake.obligation.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.embedded.TestDatabase;
import org.tongbao.intake.fixture.Directory;
import org.tongbao.intake.fixture.IntakeClient;

@QuarkusTest
class SqlDueObligationsComponentTest {
    /** A server plans a prepared statement anew five times before it may keep one plan for all values. */
    private static final int EXECUTIONS = 7;

    @BeforeAll
    static void directory() {
        Directory.publish();
    }

    /** The claim itself, prepared, in the engine's role, with the planner's own settings: the index must be its choice. */
    @Test
    void whatIsDueIsFoundByTheIndex() throws SQLException {
        UUID incident = IntakeClient.reported(
                Directory.OFFICE, IntakeClient.report(3, Instant.now().minus(Duration.ofMinutes(5))));
        try (Connection connection = TestDatabase.superuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            copyThousandsOfTimes(incident, connection);
            statement.execute("set local role " + TestDatabase.service() + "_engine");
            statement.execute("prepare due as " + SqlDueObligations.CLAIM);

            for (int i = 0; i < EXECUTIONS; i++) {
                assertThat(plan(statement))
                        .contains("obligation_next", "Index Cond: (next_at <= now())")
                        .doesNotContain("Seq Scan on obligation");
            }
            connection.rollback();
        }
    }

    /** Open obligations of other incidents, all due later; nothing of it stays. */
    private static void copyThousandsOfTimes(UUID incident, Connection connection) throws SQLException {
        try (var incidents = connection.prepareStatement("""
            insert into incident select copy.* from incident i, generate_series(1, 4000) n,
                jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'number', 'COPY-' || n)) copy
            where i.id = ?""");
                var obligations = connection.prepareStatement("""
                    insert into obligation select copy.* from obligation o, incident i, jsonb_populate_record(o,
                        jsonb_build_object('incident_id', i.id, 'next_at', now() + random() * interval '30 days')) copy
                    where o.incident_id = ? and i.number like 'COPY-%'""");
                var analysis = connection.createStatement()) {
            incidents.setObject(1, incident);
            obligations.setObject(1, incident);
            assertThat(incidents.executeUpdate()).isEqualTo(4000);
            assertThat(obligations.executeUpdate()).isGreaterThan(4000);
            analysis.execute("analyze incident, obligation");
        }
    }

    private static String plan(Statement statement) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (var rows = statement.executeQuery("explain execute due(50)")) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
