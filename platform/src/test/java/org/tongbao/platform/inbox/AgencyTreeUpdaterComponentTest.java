package org.tongbao.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.AgencyEntry;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.Topics;
import org.tongbao.platform.access.AgencyTree;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.fixture.Events;
import org.tongbao.platform.fixture.InTransaction;
import org.tongbao.platform.sql.Sql;

@QuarkusTest
class AgencyTreeUpdaterComponentTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @Inject
    Transactions transactions;

    @Inject
    AgencyTree tree;

    private final String agency = "bureau-" + Ids.next();

    @Test
    void theNewerEntryStays() throws Exception {
        try (var events = new Events(bootstrap)) {
            events.send(entry(2, "second"));
            events.send(entry(1, "first"));
            events.send(entry(3, "third"));
        }

        await().atMost(SOON).until(() -> name().equals(Optional.of("third")));
    }

    @Test
    void aDeletedAgencyIsForgotten() throws Exception {
        try (var events = new Events(bootstrap)) {
            events.send(entry(1, "short-lived"));
            await().atMost(SOON).until(() -> name().isPresent());
            events.send(new ProducerRecord<>(Topics.AGENCIES, agency, null));
        }

        await().atMost(SOON).until(() -> name().isEmpty());
    }

    @Test
    void anUnreadableEntryCountsAsReadSoThatTheTreeBecomesCurrent() throws Exception {
        long before = offsets();

        try (var events = new Events(bootstrap)) {
            events.send(new ProducerRecord<>(Topics.AGENCIES, agency, "{".getBytes(StandardCharsets.UTF_8)));
        }

        await().atMost(SOON).until(() -> offsets() == before + 1);
        assertThat(name()).isEmpty();
    }

    private ProducerRecord<String, byte[]> entry(long version, String name) {
        var relations = new AgencyEntry.Relations(null, null, null, null, null, List.of());
        var entry = new AgencyEntry(
                agency,
                version,
                1,
                name,
                null,
                "bureau",
                "tw-2026",
                List.of(agency),
                relations,
                null,
                "Asia/Taipei",
                List.of());
        return new ProducerRecord<>(
                Topics.AGENCIES, agency, EventJson.write(entry).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> name() {
        return InTransaction.await(
                () -> transactions.asEngine(() -> tree.find(agency).map(found -> found.map(AgencyEntry::name))));
    }

    private long offsets() {
        return InTransaction.await(() -> transactions
                .asEngine(() -> Sql.query(
                        "select coalesce(sum(next_offset), 0)::bigint as read from agency_offset",
                        row -> row.bigint("read")))
                .map(rows -> rows.get(0)));
    }
}
