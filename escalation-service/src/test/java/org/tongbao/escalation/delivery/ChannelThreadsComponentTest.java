package org.tongbao.escalation.delivery;

import static org.tongbao.escalation.fixture.Directory.BUREAU;
import static org.tongbao.escalation.fixture.Directory.mail;
import static org.tongbao.escalation.fixture.Directory.name;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.NoticeMails;
import org.tongbao.escalation.fixture.SlowChannels;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;

/** Wherever and whenever a channel answers, what came of the attempt is on record before its lease ends. */
@QuarkusTest
@TestProfile(SlowChannels.ShortLimit.class)
class ChannelThreadsComponentTest {
    private static final EventSender EVENTS = new EventSender();

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void anAnswerOnAnotherThreadIsRecorded() {
        UUID delivery = sentBy("sms", "it-head");

        awaitAttempt(delivery, "ACCEPTED on another thread");
    }

    @Test
    void aChannelThatNeverAnswersIsRecordedAsUnknown() {
        UUID delivery = sentBy("webhook", "reviewer");

        awaitAttempt(delivery, "AMBIGUOUS time-limit");
    }

    private static void awaitAttempt(UUID delivery, String outcome) {
        DatabaseProbe.soon().untilAsserted(() -> Assertions.assertThat(DatabaseProbe.texts(
                        "select outcome || ' ' || reason from attempt where delivery_id = ? and number > 1", delivery))
                .containsExactly(outcome));
    }

    /** Somebody's mail, sent once more by another channel. */
    private static UUID sentBy(String channel, String role) {
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3));
        NoticeMails.first(incident, mail(BUREAU, role));
        UUID delivery = DatabaseProbe.soon().until(() -> accepted(incident, role), found -> !found.isEmpty()).stream()
                .map(UUID::fromString)
                .findFirst()
                .orElseThrow();
        DatabaseProbe.change(
                "update delivery set channel = ?, state = 'PENDING', due_at = now() where id = ?", channel, delivery);
        return delivery;
    }

    private static List<String> accepted(UUID incident, String role) {
        return DatabaseProbe.texts("""
                select d.id::text from delivery d join told t on t.id = d.told_id join notice n on n.id = d.notice_id
                where n.incident_id = ? and t.name = ? and d.channel = 'mail' and d.state = 'ACCEPTED'\
                """, incident, name(BUREAU, role));
    }
}
