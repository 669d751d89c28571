package org.tongbao.escalation.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.stage.Messages.agency;
import static org.tongbao.escalation.stage.Messages.attempts;
import static org.tongbao.escalation.stage.Messages.await;
import static org.tongbao.escalation.stage.Messages.awaitState;
import static org.tongbao.escalation.stage.Messages.mail;
import static org.tongbao.escalation.stage.Messages.only;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.event.Addressee.Channel;
import org.tongbao.escalation.delivery.smtp.FirstRelay;
import org.tongbao.escalation.stage.Events;
import org.tongbao.escalation.stage.Messages;

/** A mailbox that is not there any more, said by the relay. */
@QuarkusTest
@QuarkusTestResource(value = FirstRelay.Refusing.class, restrictToAnnotatedClass = true)
class RefusedByRelayComponentTest {
    private static final Channel GONE = new Channel("mail", "gone@dir.example.test");
    private static final Events EVENTS = new Events();

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void theNextChannelOfThePersonIsTriedAtOnce() {
        Channel address = mail();

        UUID message = EVENTS.say(Messages.shift(agency(), GONE, address));

        assertThat(only(address).relay()).isEqualTo(2);
        awaitState(message, "ACCEPTED");
        assertThat(attempts(message)).first().isEqualTo("mail PERMANENT smtp-550");
    }

    @Test
    void aCodeForItHasFailed() {
        UUID message = EVENTS.say(Messages.code(agency(), GONE));

        await(message, "PERMANENT smtp-550");
    }
}
