package org.tongbao.escalation.audit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.fixture.Directory.BUREAU;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.embedded.TestDatabase;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.NoticeTables;
import org.tongbao.escalation.fixture.Plans;
import org.tongbao.testing.event.EventSender;

/** An audit reads by an index whatever grows with what is open. */
@QuarkusTest
class SqlAuditComponentTest {
    private static final EventSender EVENTS = new EventSender();

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {SqlAudit.REPAIR_DELIVERIES, SqlAudit.REPAIR_NOTICES, SqlAudit.FINDINGS})
    void openLaddersAreNotRead(String statement) throws SQLException {
        UUID notice = reported();
        try (Connection connection = TestDatabase.superuser()) {
            connection.setAutoCommit(false);
            openThousands(connection, notice);

            assertThat(Plans.ofPrepared(connection, statement, "")).allSatisfy(plan -> assertThat(plan)
                    .doesNotContain("Seq Scan on notice", "Seq Scan on delivery", "Seq Scan on phone_task")
                    .contains("Index"));
            connection.rollback();
        }
    }

    /** Open ladders, each with a mail that was accepted and a call that is no longer needed; nothing of it stays. */
    private static void openThousands(Connection connection, UUID notice) throws SQLException {
        Plans.text(connection, """
            insert into notice select copy.* from notice n, generate_series(1, 10000) nr,
                jsonb_populate_record(n, jsonb_build_object('nr', nr, 'id', gen_random_uuid(), 'cause', gen_random_uuid(),
                    'due_at', now() + interval '1 hour')) copy
            where n.id = '%s'\
            """.formatted(notice));
        Plans.text(connection, """
            insert into delivery select copy.* from delivery d, notice n,
                jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'notice_id', n.id,
                    'state', 'SUPERSEDED', 'reason', 'copy', 'due_at', null)) copy
            where d.notice_id = '%s' and n.due_at = now() + interval '1 hour'\
            """.formatted(notice));
        Plans.text(connection, """
            insert into phone_task (id, notice_id)
            select id, notice_id from delivery where reason = 'copy' and channel = 'phone-task'\
            """);
        Plans.text(connection, "analyze notice, delivery, phone_task");
    }

    private static UUID reported() {
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3));
        return NoticeTables.notice(incident, "urgent-notice", BUREAU);
    }
}
