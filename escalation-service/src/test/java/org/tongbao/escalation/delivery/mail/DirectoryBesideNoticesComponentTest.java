package org.tongbao.escalation.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.stage.Messages.agency;
import static org.tongbao.escalation.stage.Messages.awaitState;
import static org.tongbao.escalation.stage.Messages.mail;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.escalation.delivery.smtp.FirstRelay;
import org.tongbao.escalation.stage.Directory;
import org.tongbao.escalation.stage.Events;
import org.tongbao.escalation.stage.Incidents;
import org.tongbao.escalation.stage.Letters;
import org.tongbao.escalation.stage.Look;
import org.tongbao.escalation.stage.Messages;

/** Incidents go first. */
@QuarkusTest
@QuarkusTestResource(value = FirstRelay.Hanging.class, restrictToAnnotatedClass = true)
class DirectoryBesideNoticesComponentTest {
    private static final Events EVENTS = new Events();

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void messagesOfTheDirectoryThatHangHoldUpNoNotice() {
        Directory.publish(EVENTS);
        String agency = agency();
        UUID first = EVENTS.say(Messages.shift(agency, mail()));
        for (int i = 0; i < 30; i++) {
            EVENTS.send(Messages.shift(agency, mail()));
        }
        Look.soon().until(() -> states(agency).contains("CLAIMED"));
        UUID incident = Ids.next();

        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3));

        Letters.first(incident, Directory.mail(Directory.BUREAU, "ciso"));
        Letters.first(incident, Directory.mail(Directory.CITY, "ciso"));
        assertThat(states(agency).stream().filter("CLAIMED"::equals)).hasSizeBetween(1, 4);
        assertThat(states(agency)).contains("PENDING");
        Look.change(
                "update directory_message set state = 'SUPERSEDED', reason = 'too-late', due_at = null, ended_at = now()"
                        + " where agency = ? and state = 'PENDING'",
                agency);
        awaitState(first, "ACCEPTED");
    }

    private static List<String> states(String agency) {
        return Look.texts("select state from directory_message where agency = ?", agency);
    }
}
