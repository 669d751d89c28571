package org.tongbao.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.AgencyEntry;
import org.tongbao.contracts.event.Topics;
import org.tongbao.platform.access.AgencyTree;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.fixture.InTransaction;
import org.tongbao.platform.sql.Sql;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.event.TestAgency;

@QuarkusTest
class AgencyTreeUpdaterComponentTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Transactions transactions;

    @Inject
    AgencyTree tree;

    private final String agency = "bureau-" + Ids.next();

    @Test
    void theNewerEntryStays() {
        try (var events = new EventSender()) {
            events.send(entry(2, "second"));
            events.send(entry(1, "first"));
            events.send(entry(3, "third"));
        }

        await().atMost(SOON).until(() -> name().equals(Optional.of("third")));
    }

    @Test
    void aDeletedAgencyIsForgotten() {
        try (var events = new EventSender()) {
            events.send(entry(1, "short-lived"));
            await().atMost(SOON).until(() -> name().isPresent());
            events.send(new ProducerRecord<>(Topics.AGENCIES, agency, null));
        }

        await().atMost(SOON).until(() -> name().isEmpty());
    }

    @Test
    void anUnreadableEntryCountsAsReadSoThatTheTreeBecomesCurrent() {
        long before = offsets();

        try (var events = new EventSender()) {
            events.send(new ProducerRecord<>(Topics.AGENCIES, agency, "{".getBytes(StandardCharsets.UTF_8)));
        }

        await().atMost(SOON).until(() -> offsets() == before + 1);
        assertThat(name()).isEmpty();
    }

    private ProducerRecord<String, byte[]> entry(long version, String name) {
        return EventSender.entry(
                Topics.AGENCIES,
                TestAgency.at(agency).version(version).named(name, name).entry());
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
