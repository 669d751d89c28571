package org.tongbao.escalation.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.fixture.DirectoryMessages.agency;
import static org.tongbao.escalation.fixture.DirectoryMessages.awaitState;
import static org.tongbao.escalation.fixture.DirectoryMessages.mail;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.escalation.delivery.smtp.FirstRelay;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.DirectoryMessages;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.NoticeMails;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;

/** Incidents go first. */
@QuarkusTest
@QuarkusTestResource(value = FirstRelay.Hanging.class, restrictToAnnotatedClass = true)
class DirectoryBesideNoticesComponentTest {
    private static final EventSender EVENTS = new EventSender();

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void messagesOfTheDirectoryThatHangHoldUpNoNotice() {
        Directory.publish(EVENTS);
        String agency = agency();
        UUID first = EVENTS.send(DirectoryMessages.shift(agency, mail()));
        for (int i = 0; i < 30; i++) {
            EVENTS.send(DirectoryMessages.shift(agency, mail()));
        }
        DatabaseProbe.soon().until(() -> states(agency).contains("CLAIMED"));
        UUID incident = Ids.next();

        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3));

        NoticeMails.first(incident, Directory.mail(Directory.BUREAU, "ciso"));
        NoticeMails.first(incident, Directory.mail(Directory.CITY, "ciso"));
        assertThat(states(agency).stream().filter("CLAIMED"::equals)).hasSizeBetween(1, 4);
        assertThat(states(agency)).contains("PENDING");
        DatabaseProbe.change(
                "update directory_message set state = 'SUPERSEDED', reason = 'too-late', due_at = null, ended_at = now()"
                        + " where agency = ? and state = 'PENDING'",
                agency);
        awaitState(first, "ACCEPTED");
    }

    private static List<String> states(String agency) {
        return DatabaseProbe.texts("select state from directory_message where agency = ?", agency);
    }
}
