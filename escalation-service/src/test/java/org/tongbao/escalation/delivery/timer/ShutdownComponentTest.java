package org.tongbao.escalation.delivery.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.fixture.Directory.BUREAU;
import static org.tongbao.escalation.fixture.Directory.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.NoticeMails;
import org.tongbao.escalation.fixture.NoticeTables;
import org.tongbao.escalation.fixture.SlowChannels;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;

/** The engine is told that the process goes, while a channel has not answered yet. */
@QuarkusTest
@TestProfile(SlowChannels.ShortLimit.class)
class ShutdownComponentTest {
    private static final EventSender EVENTS = new EventSender();

    @Inject
    Engine engine;

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @AfterEach
    void startAgain() {
        engine.start(new StartupEvent());
    }

    @Test
    void whatIsUnderWayEndsAndIsOnRecordBeforeTheProcessGoes() {
        UUID delivery = sent();
        DatabaseProbe.change(
                "update delivery set channel = 'webhook', state = 'PENDING', due_at = now() where id = ?", delivery);
        DatabaseProbe.awaitText("CLAIMED", "select state from delivery where id = ?", delivery);

        engine.stop(new ShutdownEvent());

        assertThat(DatabaseProbe.text("select state || ' ' || reason from delivery where id = ?", delivery))
                .isEqualTo("AMBIGUOUS time-limit");
    }

    @Test
    void nothingIsClaimedAnyMore() {
        UUID delivery = sent();
        engine.stop(new ShutdownEvent());
        UUID incident = Ids.next();
        DatabaseProbe.change("update delivery set state = 'TRANSIENT', due_at = now() where id = ?", delivery);

        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3));
        NoticeTables.notice(incident, "urgent-notice", BUREAU);

        assertThat(DatabaseProbe.text("select state from delivery where id = ?", delivery))
                .isEqualTo("TRANSIENT");
    }

    private static UUID sent() {
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3));
        NoticeMails.first(incident, mail(BUREAU, "reviewer"));
        UUID delivery = UUID.fromString(DatabaseProbe.text(
                "select id::text from delivery where notice_id = ? and role = 'reviewer' and channel = 'mail'",
                NoticeTables.notice(incident, "urgent-notice", BUREAU)));
        DatabaseProbe.awaitText("ACCEPTED", "select state from delivery where id = ?", delivery);
        return delivery;
    }
}
