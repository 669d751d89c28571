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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tongbao.contracts.event.AgencyEntry;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.Topics;
import org.tongbao.platform.access.AgencyTree;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.access.TransientFailures;
import org.tongbao.platform.sql.Sql;

/**
 * Updates the agency tree from its compacted topic. The tree counts as current once every partition was read to the end it
 * had when this process first reached the broker; what was read is kept with its offset, so another replica's reading counts.
 */
@ApplicationScoped
public class AgencyTreeUpdater {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final String UPSERT_OFFSET = """
            insert into agency_offset (partition, next_offset) values ($1, $2)
            on conflict (partition) do update set next_offset = greatest(agency_offset.next_offset, excluded.next_offset)""";

    private static final String READ_OFFSETS = "select partition, next_offset from agency_offset";

    private final AgencyTree tree;
    private final Transactions transactions;
    private final TopicCatchUp catchUp;

    AgencyTreeUpdater(AgencyTree tree, Transactions transactions, Vertx vertx, TopicEnds ends) {
        this.tree = tree;
        this.transactions = transactions;
        this.catchUp = new TopicCatchUp(
                vertx,
                ends,
                Topics.AGENCIES,
                () -> transactions.asEngine(AgencyTreeUpdater::offsets),
                tree::markCurrent);
    }

    void start(@Observes StartupEvent event) {
        catchUp.start();
    }

    void stop(@Observes ShutdownEvent event) {
        catchUp.stop();
    }

    public Uni<Void> receive(ConsumerRecord<String, byte[]> message) {
        return receive(message, agency -> Uni.createFrom().voidItem());
    }

    /**
     * @param saved what follows from the entry of an agency, in the transaction that saves it
     */
    public Uni<Void> receive(ConsumerRecord<String, byte[]> message, Function<String, Uni<Void>> saved) {
        return Uni.createFrom()
                .deferred(() -> transactions.asEngine(() -> save(message, saved).chain(() -> saveOffset(message))))
                .onFailure(TransientFailures::isTransient)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                // What can never be read counts as read: else a fresh service would wait for it for ever.
                .onFailure(DeadLetter.class)
                .call(() -> transactions.asEngine(() -> saveOffset(message)));
    }

    private static Uni<Void> saveOffset(ConsumerRecord<String, byte[]> message) {
        return Sql.update(UPSERT_OFFSET, message.partition(), message.offset() + 1)
                .replaceWithVoid();
    }

    private Uni<Void> save(ConsumerRecord<String, byte[]> message, Function<String, Uni<Void>> saved) {
        if (message.value() == null) {
            return tree.remove(message.key());
        }
        try {
            AgencyEntry entry = EventJson.read(message.value(), EventTypes.AGENCY_ENTRY);
            return tree.save(entry).chain(() -> saved.apply(entry.agency()));
        } catch (IOException e) {
            throw new DeadLetter("unreadable-payload");
        }
    }

    private static Uni<Map<Integer, Long>> offsets() {
        return Sql.query(READ_OFFSETS, row -> Map.entry(row.integer("partition"), row.bigint("next_offset")))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
