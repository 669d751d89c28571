package org.tongbao.escalation.audit.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.fixture.DirectoryMessages.agency;
import static org.tongbao.escalation.fixture.DirectoryMessages.await;
import static org.tongbao.escalation.fixture.DirectoryMessages.awaitState;
import static org.tongbao.escalation.fixture.DirectoryMessages.mail;
import static org.tongbao.escalation.fixture.DirectoryMessages.phone;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.event.Addressee.Channel;
import org.tongbao.embedded.TestDatabase;
import org.tongbao.escalation.fixture.DirectoryMessages;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;

/** What the directory could not tell anybody, or not in time, is a number that an alarm can watch. */
@QuarkusTest
class DirectoryAuditComponentTest {
    private static final EventSender EVENTS = new EventSender();

    @Inject
    Auditor auditor;

    @Inject
    MeterRegistry metrics;

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void whatReachedNobodyIsCountedForADay() throws Throwable {
        audit();
        double before = gauge("failed");
        UUID message = EVENTS.send(DirectoryMessages.shift(agency(), new Channel("sms", "+886900000101")));
        await(message, "PERMANENT no-such-channel");

        audit();
        double after = gauge("failed");
        DatabaseProbe.change(
                "update directory_message set ended_at = now() - interval '25 hours' where id = ?", message);
        audit();

        assertThat(after).isEqualTo(before + 1);
        assertThat(gauge("failed")).isEqualTo(before);
    }

    @Test
    void aCallThatNobodyMakesIsCountedAfterAnHour() throws Throwable {
        audit();
        double before = gauge("calls.waiting");
        UUID message = EVENTS.send(DirectoryMessages.shift(agency(), phone()));
        DatabaseProbe.soon()
                .until(() -> DatabaseProbe.texts("select 1 from directory_call where message_id = ?", message)
                                .size()
                        == 1);
        audit();
        double soon = gauge("calls.waiting");

        DatabaseProbe.change(
                "update directory_call set created_at = now() - interval '61 minutes' where message_id = ?", message);
        audit();

        assertThat(soon).isEqualTo(before);
        assertThat(gauge("calls.waiting")).isEqualTo(before + 1);
    }

    /** While somebody holds the table of attempts nothing can be claimed. */
    @Test
    void whatIsDueAndNotTriedForFiveMinutesIsLate() throws Throwable {
        UUID message = EVENTS.send(DirectoryMessages.shift(agency(), mail()));
        awaitState(message, "ACCEPTED");
        audit();
        double before = gauge("late");
        try (var connection = TestDatabase.superuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table directory_attempt in exclusive mode");
            DatabaseProbe.change("""
                    update directory_message set state = 'PENDING', ended_at = null,
                        due_at = now() - interval '6 minutes' where id = ?""", message);

            audit();
            connection.rollback();
        }

        assertThat(gauge("late")).isEqualTo(before + 1);
        awaitState(message, "ACCEPTED");
    }

    private void audit() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> auditor.audit());
    }

    private double gauge(String name) {
        return metrics.get("tongbao.escalation.directory." + name).gauge().value();
    }
}
