package org.tongbao.platform.outage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.IncidentClosed;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.access.TransientFailures;
import org.tongbao.platform.fixture.InTransaction;
import org.tongbao.platform.fixture.ProbeEvents;
import org.tongbao.platform.fixture.ProbeListener;
import org.tongbao.platform.outbox.Outbox;
import org.tongbao.platform.sql.Sql;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.event.TopicReader;
import org.tongbao.testing.network.UnreliableLink;

/** Database and broker go away in the ways that networks have; the process lives on, and what it owes is done afterwards. */
@QuarkusTest
@QuarkusTestResource(value = UnreliableServers.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutageComponentTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @TestHTTPResource(value = "/health/", management = true)
    String health;

    @ToDatabase
    UnreliableLink database;

    @ToBroker
    UnreliableLink broker;

    /** Of another service. */
    private final UUID incident = Ids.next();

    private final UUID own = Ids.next();

    private final Uncaught uncaught = new Uncaught();

    @AfterEach
    void heal() {
        database.heal();
        broker.heal();
        uncaught.close();
        assertThat(uncaught.messages()).isEmpty();
    }

    /** The broker is away since before the service started. */
    @Test
    @Order(1)
    void aServiceStartsAndStoresWhileTheBrokerIsAway() {
        store();

        assertThat(health("started")).isEqualTo(200);
        assertThat(health("ready")).isEqualTo(200);
        assertThat(health("live")).isEqualTo(200);

        broker.heal();
        assertThat(published(1)).hasSize(1);
    }

    @Test
    @Order(2)
    void aBrokerThatHangsGetsEveryEventOnceItAnswers() {
        broker.hang();
        store();
        store();

        assertThat(health("live")).isEqualTo(200);
        assertThat(health("ready")).isEqualTo(200);

        broker.heal();
        assertThat(published(2)).hasSize(2);
    }

    @Test
    @Order(3)
    void aDatabaseThatRefusesIsWaitedFor() {
        database.refuse();

        eventsOverAnOutage();
    }

    @Test
    @Order(4)
    void aDatabaseThatHangsIsWaitedFor() {
        database.hang();

        eventsOverAnOutage();
    }

    private void eventsOverAnOutage() {
        try (var events = new EventSender()) {
            events.send(ProbeEvents.closed(incident, 1));
            assertThatThrownBy(this::store).matches(TransientFailures::isTransient);
            await().atMost(SOON).until(() -> health("ready") == 503);
            assertThat(health("live")).isEqualTo(200);

            database.heal();

            await().atMost(SOON).untilAsserted(() -> assertThat(effects()).containsExactly(1L));
            events.send(ProbeEvents.closed(incident, 2));
            await().atMost(SOON).untilAsserted(() -> assertThat(effects()).containsExactly(1L, 2L));
        }
        await().atMost(SOON).until(() -> health("ready") == 200);
        store();
        assertThat(published(1)).hasSize(1);
    }

    private int health(String what) {
        return given().get(health + what).statusCode();
    }

    private void store() {
        InTransaction.await(() -> transactions.asEngine(
                () -> outbox.add(EventTypes.INCIDENT_CLOSED, new IncidentClosed(own, AT), false)));
    }

    private List<IncidentClosed> published(int count) {
        return TopicReader.published(EventTypes.INCIDENT_CLOSED, own, count);
    }

    private List<Long> effects() {
        return InTransaction.await(() -> transactions.asEngine(() -> Sql.query(
                "select sequence from effect where listener = $1 and subject = $2 order by position",
                row -> row.bigint("sequence"),
                ProbeListener.INCIDENTS,
                incident.toString())));
    }
}
