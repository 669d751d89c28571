package org.tongbao.platform.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.event.AgencyEntry;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.Topics;
import org.tongbao.platform.access.AgencyTree;
import org.tongbao.platform.access.PassingFailures;
import org.tongbao.platform.access.Sql;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Beat;

/**
 * Keeps the agency tree from its compacted topic. The tree counts as current once every partition was read to the end it
 * had when this process first reached the broker; what was read is kept with its offset, so another replica's reading counts.
 */
@ApplicationScoped
public class AgencyFeed {
    private static final Duration PERIOD = Duration.ofMillis(200);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final String KEEP_OFFSET = """
            insert into agency_offset (partition, next_offset) values ($1, $2)
            on conflict (partition) do update set next_offset = greatest(agency_offset.next_offset, excluded.next_offset)""";

    private final AgencyTree tree;
    private final Transactions transactions;
    private final Vertx vertx;
    private final String bootstrap;
    private final Beat beat;
    private @Nullable Map<Integer, Long> goal;

    AgencyFeed(
            AgencyTree tree,
            Transactions transactions,
            Vertx vertx,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.tree = tree;
        this.transactions = transactions;
        this.vertx = vertx;
        this.bootstrap = bootstrap;
        this.beat = new Beat(vertx, "the first reading of the agencies", PERIOD, this::lookWhetherCurrent);
    }

    void start(@Observes StartupEvent event) {
        beat.start();
    }

    void stop(@Observes ShutdownEvent event) {
        beat.stop();
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

    private Uni<Void> lookWhetherCurrent() {
        if (tree.isCurrent()) {
            beat.stop();
            return Uni.createFrom().voidItem();
        }
        return theGoal()
                .chain(ends -> transactions
                        .asEngine(() -> Sql.query(
                                "select partition, next_offset from agency_offset",
                                row -> Map.entry(row.integer(0), row.bigint(1))))
                        .invoke(read -> compare(ends, read)))
                .replaceWithVoid();
    }

    private void compare(Map<Integer, Long> ends, List<Map.Entry<Integer, Long>> read) {
        Map<Integer, Long> reached = read.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        boolean complete =
                ends.entrySet().stream().allMatch(end -> reached.getOrDefault(end.getKey(), 0L) >= end.getValue());
        if (complete) {
            tree.becameCurrent();
        }
    }

    private Uni<Map<Integer, Long>> theGoal() {
        if (goal != null) {
            return Uni.createFrom().item(goal);
        }
        return Uni.createFrom()
                .completionStage(
                        () -> vertx.executeBlocking(this::endOffsets, false).toCompletionStage())
                .invoke(ends -> goal = ends);
    }

    private Map<Integer, Long> endOffsets() throws Exception {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000))) {
            var topic = Objects.requireNonNull(admin.describeTopics(List.of(Topics.AGENCIES))
                    .allTopicNames()
                    .get()
                    .get(Topics.AGENCIES));
            Map<TopicPartition, OffsetSpec> latest = topic.partitions().stream()
                    .collect(Collectors.toMap(
                            it -> new TopicPartition(Topics.AGENCIES, it.partition()), it -> OffsetSpec.latest()));
            Map<Integer, Long> ends = new HashMap<>();
            admin.listOffsets(latest)
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
            return ends;
        }
    }
}
