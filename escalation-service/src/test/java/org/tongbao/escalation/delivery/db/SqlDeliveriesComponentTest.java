package org.tongbao.escalation.delivery.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.fixture.Directory.BUREAU;
import static org.tongbao.escalation.fixture.Directory.mail;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.DeliveryEnded;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.embedded.TestDatabase;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.NoticeMails;
import org.tongbao.escalation.fixture.NoticeTables;
import org.tongbao.escalation.fixture.Plans;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.event.TopicReader;

/** The claim on many rows: what it takes first, and that it does not read the others. */
@QuarkusTest
class SqlDeliveriesComponentTest {
    private static final EventSender EVENTS = new EventSender();
    private static final String CLAIM_ONE = "(1, 30000, 180000)";
    private static final String COPIES = """
        insert into delivery (id, notice_id, told_id, contact, loop, step, channel, address, role, because, level, bulk,
            state, reason, due_at, attempts, first_attempt_at, created_at)
        select gen_random_uuid(), d.notice_id, d.told_id, gen_random_uuid(), 1, 1, 'mail', d.address, d.role, d.because,
            4, %s, %s, 'copy', now() %s, %s, now(), now()
        from delivery d, generate_series(1, %d) where d.id = '%s'\
        """;

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void aLadderIsNotQueuedBehindTenThousandLateralNotices() throws SQLException {
        UUID delivery = sent();
        try (Connection connection = TestDatabase.superuser()) {
            connection.setAutoCommit(false);
            copy(connection, delivery, "true", "'PENDING'", "- interval '1 hour'", 0, 10_000);
            copy(connection, delivery, "false", "'TRANSIENT'", "- interval '2 hours'", 1, 10_000);
            copy(connection, delivery, "false", "'PENDING'", "", 0, 1);

            try (var rows =
                    Plans.prepared(connection, SqlDeliveries.CLAIM).executeQuery("execute prepared" + CLAIM_ONE)) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt("attempts")).isEqualTo(1);
            }
            assertThat(Plans.text(connection, "select bulk || ' ' || attempts from delivery where state = 'CLAIMED'"))
                    .isEqualTo("false 1");
            connection.rollback();
        }
    }

    @Test
    void aRetryComesAfterWhatWasNeverTried() throws SQLException {
        UUID delivery = sent();
        try (Connection connection = TestDatabase.superuser()) {
            connection.setAutoCommit(false);
            copy(connection, delivery, "false", "'TRANSIENT'", "- interval '2 hours'", 1, 100);
            copy(connection, delivery, "true", "'PENDING'", "", 0, 1);

            Plans.prepared(connection, SqlDeliveries.CLAIM).executeQuery("execute prepared" + CLAIM_ONE);

            assertThat(Plans.text(connection, "select bulk || ' ' || attempts from delivery where state = 'CLAIMED'"))
                    .isEqualTo("true 1");
            connection.rollback();
        }
    }

    @Test
    void whatIsDueLaterIsNotRead() throws SQLException {
        UUID delivery = sent();
        try (Connection connection = TestDatabase.superuser()) {
            connection.setAutoCommit(false);
            copy(connection, delivery, "false", "'TRANSIENT'", "+ interval '1 hour'", 1, 20_000);
            Plans.text(connection, "analyze delivery");

            assertThat(Plans.ofPrepared(connection, SqlDeliveries.CLAIM, CLAIM_ONE))
                    .allSatisfy(plan -> assertThat(plan)
                            .contains("delivery_claims", "Index Cond: (due_at <= now())")
                            .doesNotContain("Seq Scan on delivery"));
            connection.rollback();
        }
    }

    @Test
    void aClaimThatFindsItsNoticeOverSaysSo() {
        UUID delivery = sent();
        UUID incident = UUID.fromString(DatabaseProbe.text("""
                select n.incident_id::text from delivery d join notice n on n.id = d.notice_id where d.id = ?\
                """, delivery));
        DatabaseProbe.change("""
                update notice set status = 'ENDED', end_reason = 'SUPERSEDED', due_at = null, ended_at = now()
                where id = (select notice_id from delivery where id = ?)\
                """, delivery);
        DatabaseProbe.change("update delivery set state = 'TRANSIENT', due_at = now() where id = ?", delivery);

        DatabaseProbe.awaitText(
                "SUPERSEDED notice-over", "select state || ' ' || reason from delivery where id = ?", delivery);

        assertThat(TopicReader.published(EventTypes.DELIVERY_ENDED, incident, 7))
                .filteredOn(it -> it.deliveryId().equals(delivery))
                .extracting(DeliveryEnded::outcome)
                .containsExactly("ACCEPTED", "SUPERSEDED");
    }

    private static void copy(
            Connection connection, UUID of, String bulk, String state, String due, int attempts, int times)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(COPIES.formatted(bulk, state, due, attempts, times, of)))
                    .isEqualTo(times);
        }
    }

    /** A mail of a ladder, sent and on record. */
    private static UUID sent() {
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3));
        NoticeMails.first(incident, mail(BUREAU, "ciso"));
        DatabaseProbe.soon().until(() -> DatabaseProbe.texts("""
                        select 1 from delivery d join notice n on n.id = d.notice_id
                        where n.incident_id = ? and d.channel = 'mail' and d.state <> 'ACCEPTED'\
                        """, incident).isEmpty());
        return UUID.fromString(DatabaseProbe.text("""
                select d.id::text from delivery d where d.notice_id = ? and d.role = 'ciso' and d.channel = 'mail'\
                """, NoticeTables.notice(incident, "urgent-notice", BUREAU)));
    }
}
