package org.tongbao.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.Topics;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.fixture.InTransaction;
import org.tongbao.platform.fixture.ProbeEvents;
import org.tongbao.platform.fixture.ProbeListener;
import org.tongbao.platform.sql.Sql;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.event.TopicReader;

@QuarkusTest
class InboxComponentTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @Inject
    Transactions transactions;

    private final UUID incident = Ids.next();
    private EventSender events;

    @BeforeEach
    void open() {
        events = new EventSender();
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void anEventDeliveredThreeTimesHasOneEffect() {
        var event = ProbeEvents.closed(incident, 1);

        events.send(event);
        events.send(event);
        events.send(event);
        events.send(ProbeEvents.closed(incident, 2));

        await().atMost(SOON).untilAsserted(() -> assertThat(effects(ProbeListener.INCIDENTS))
                .containsExactly(1L, 2L));
    }

    @Test
    void eventsAheadOfAGapWaitAndThenFollowInOrder() {
        events.send(ProbeEvents.closed(incident, 3));
        events.send(ProbeEvents.closed(incident, 2));
        await().atMost(SOON).until(() -> parked().equals(List.of("out-of-order", "out-of-order")));
        assertThat(effects(ProbeListener.INCIDENTS)).isEmpty();

        events.send(ProbeEvents.closed(incident, 1));

        await().atMost(SOON).untilAsserted(() -> assertThat(effects(ProbeListener.INCIDENTS))
                .containsExactly(1L, 2L, 3L));
        assertThat(parked()).isEmpty();
    }

    @Test
    void anEventOfAnUnknownIncidentWaitsForTheIncident() {
        events.send(ProbeEvents.takenOver(incident, 1));
        events.send(ProbeEvents.takenOver(incident, 2));
        await().atMost(SOON).until(() -> parked().equals(List.of("unknown-incident", "out-of-order")));

        events.send(ProbeEvents.closed(incident, 1));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(effects(ProbeListener.REVIEWS)).containsExactly(1L, 2L));
        assertThat(parked()).isEmpty();
    }

    @Test
    void anUnreadableRecordGoesToTheDeadLettersAndTheChannelGoesOn() {
        UUID other = Ids.next();
        events.send(
                EventSender.raw(EventTypes.INCIDENT_CLOSED, incident, 1, "{no json".getBytes(StandardCharsets.UTF_8)));
        events.send(ProbeEvents.closed(incident, 2));
        events.send(ProbeEvents.closed(other, 1));

        await().atMost(SOON).until(() -> effects(ProbeListener.INCIDENTS, other).equals(List.of(1L)));
        assertThat(deadLetterReasonOf(incident)).isEqualTo("unreadable-payload");
        assertThat(effects(ProbeListener.INCIDENTS)).isEmpty();
        assertThat(parked()).containsExactly("out-of-order");
    }

    @Test
    void theReasonOfADeadLetterCarriesNoDetail() {
        ProbeListener.BROKEN.add(incident.toString());

        events.send(ProbeEvents.closed(incident, 1));

        assertThat(deadLetterReasonOf(incident)).isEqualTo("not-applicable");
    }

    @Test
    void aTypeNobodyHandlesIsPassedOver() {
        events.send(EventSender.raw(
                Topics.INCIDENTS, "tongbao.incident.invented.v9", incident, 1, "{}".getBytes(StandardCharsets.UTF_8)));
        events.send(ProbeEvents.closed(incident, 2));

        await().atMost(SOON).untilAsserted(() -> assertThat(effects(ProbeListener.INCIDENTS))
                .containsExactly(2L));
    }

    private List<Long> effects(String listener) {
        return effects(listener, incident);
    }

    private List<Long> effects(String listener, UUID subject) {
        return InTransaction.await(() -> transactions.asEngine(() -> Sql.query(
                "select sequence from effect where listener = $1 and subject = $2 order by position",
                row -> row.bigint("sequence"),
                listener,
                subject.toString())));
    }

    private List<String> parked() {
        return InTransaction.await(() -> transactions.asEngine(() -> Sql.query(
                "select reason from inbox_parked where subject = $1 order by sequence",
                row -> row.text("reason"),
                incident.toString())));
    }

    private static String deadLetterReasonOf(UUID subject) {
        return TopicReader.deadLetterReason("review", "incidents", subject);
    }
}
