package org.tongbao.platform.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.IncidentClosed;
import org.tongbao.platform.access.AgencyTree;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.fixture.InTransaction;
import org.tongbao.platform.fixture.ProbeEvents;
import org.tongbao.platform.fixture.ProbeListener;
import org.tongbao.platform.outbox.Outbox;
import org.tongbao.platform.sql.Sql;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.event.TopicReader;

/** Every connection of the service is encrypted and logs in: migrations, callers, relay, channels, the catch-up of a topic. */
@QuarkusTest
@QuarkusTestResource(value = SecuredServers.class, restrictToAnnotatedClass = true)
class SecuredServersComponentTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @Inject
    AgencyTree tree;

    @ConfigProperty(name = "TONGBAO_DB_URL")
    String database;

    private final UUID incident = Ids.next();

    @Test
    void aPlainConnectionIsRefused() {
        String plain = "jdbc:" + database + "?sslmode=disable";

        assertThatThrownBy(() -> DriverManager.getConnection(plain, "platform_app", "platform_app"))
                .hasMessageContaining("pg_hba.conf rejects");
    }

    @Test
    void anEventIsStoredAndPublished() {
        InTransaction.await(() -> transactions.asEngine(() -> outbox.add(
                EventTypes.INCIDENT_CLOSED,
                new IncidentClosed(incident, Instant.parse("2026-11-20T00:00:00Z")),
                false)));

        assertThat(TopicReader.published(EventTypes.INCIDENT_CLOSED, incident, 1))
                .hasSize(1);
    }

    @Test
    void anEventIsConsumed() {
        try (var events = new EventSender()) {
            events.send(ProbeEvents.closed(incident, 1));
        }

        await().atMost(SOON).until(() -> effects() == 1);
    }

    @Test
    void theCatchUpOfATopicReachesTheBroker() {
        await().atMost(SOON).until(tree::isCurrent);
    }

    private long effects() {
        return InTransaction.await(() -> transactions.asEngine(() -> Sql.queryOne(
                "select count(*) as found from effect where listener = $1 and subject = $2",
                row -> row.bigint("found"),
                ProbeListener.INCIDENTS,
                incident.toString())));
    }
}
