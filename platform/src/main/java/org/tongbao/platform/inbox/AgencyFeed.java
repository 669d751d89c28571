package org.tongbao.platform.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tongbao.contracts.event.AgencyEntry;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.Topics;
import org.tongbao.platform.access.AgencyTree;
import org.tongbao.platform.access.PassingFailures;
import org.tongbao.platform.access.Sql;
import org.tongbao.platform.access.Transactions;

/**
 * Keeps the agency tree from its compacted topic. The tree counts as current once every partition was read to the end it
 * had when this process first reached the broker; what was read is kept with its offset, so another replica's reading counts.
 */
@ApplicationScoped
public class AgencyFeed {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final String KEEP_OFFSET = """
            insert into agency_offset (partition, next_offset) values ($1, $2)
            on conflict (partition) do update set next_offset = greatest(agency_offset.next_offset, excluded.next_offset)""";

    private final AgencyTree tree;
    private final Transactions transactions;
    private final FirstReading firstReading;

    AgencyFeed(
            AgencyTree tree,
            Transactions transactions,
            Vertx vertx,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.tree = tree;
        this.transactions = transactions;
        this.firstReading = new FirstReading(
                vertx, bootstrap, Topics.AGENCIES, () -> transactions.asEngine(AgencyFeed::read), tree::becameCurrent);
    }

    void start(@Observes StartupEvent event) {
        firstReading.start();
    }

    void stop(@Observes ShutdownEvent event) {
        firstReading.stop();
    }

    public Uni<Void> receive(ConsumerRecord<String, byte[]> message) {
        return Uni.createFrom()
                .deferred(() -> transactions.asEngine(() -> keep(message).chain(() -> passed(message))))
                .onFailure(PassingFailures::test)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                // What can never be read counts as read: else a fresh service would wait for it for ever.
                .onFailure(DeadLetter.class)
                .call(() -> transactions.asEngine(() -> passed(message)));
    }

    private static Uni<Void> passed(ConsumerRecord<String, byte[]> message) {
        return Sql.update(KEEP_OFFSET, message.partition(), message.offset() + 1)
                .replaceWithVoid();
    }

    private Uni<Void> keep(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return tree.forget(message.key());
        }
        try {
            AgencyEntry entry = EventJson.read(message.value(), EventTypes.AGENCY_ENTRY);
            return tree.keep(entry);
        } catch (IOException e) {
            throw new DeadLetter("unreadable-payload");
        }
    }

    private static Uni<Map<Integer, Long>> read() {
        return Sql.query(
                        "select partition, next_offset from agency_offset",
                        row -> Map.entry(row.integer(0), row.bigint(1)))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
