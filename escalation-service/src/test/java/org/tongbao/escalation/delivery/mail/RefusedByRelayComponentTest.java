package org.tongbao.escalation.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.fixture.DirectoryMessages.agency;
import static org.tongbao.escalation.fixture.DirectoryMessages.attempts;
import static org.tongbao.escalation.fixture.DirectoryMessages.await;
import static org.tongbao.escalation.fixture.DirectoryMessages.awaitState;
import static org.tongbao.escalation.fixture.DirectoryMessages.mail;
import static org.tongbao.escalation.fixture.DirectoryMessages.only;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.event.Addressee.Channel;
import org.tongbao.escalation.delivery.smtp.FirstRelay;
import org.tongbao.escalation.fixture.DirectoryMessages;
import org.tongbao.testing.event.EventSender;

/** A mailbox that is not there any more, said by the relay. */
@QuarkusTest
@QuarkusTestResource(value = FirstRelay.Refusing.class, restrictToAnnotatedClass = true)
class RefusedByRelayComponentTest {
    private static final Channel GONE = new Channel("mail", "gone@dir.example.test");
    private static final EventSender EVENTS = new EventSender();

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void theNextChannelOfThePersonIsTriedAtOnce() {
        Channel address = mail();

        UUID message = EVENTS.send(DirectoryMessages.shift(agency(), GONE, address));

        assertThat(only(address).relay()).isEqualTo(2);
        awaitState(message, "ACCEPTED");
        assertThat(attempts(message)).first().isEqualTo("mail PERMANENT smtp-550");
    }

    @Test
    void aCodeForItHasFailed() {
        UUID message = EVENTS.send(DirectoryMessages.code(agency(), GONE));

        await(message, "PERMANENT smtp-550");
    }
}
