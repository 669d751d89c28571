package org.tongbao.escalation.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.event.Topics;
import org.tongbao.escalation.usecase.StoredContacts;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Beat;

/**
 * Looks whether the contacts were read to the end their topic had when this process first reached the broker. Before that
 * nobody would seem to be on duty, and ladders would run away.
 */
@ApplicationScoped
class FirstReading {
    private static final Duration PERIOD = Duration.ofMillis(100);

    private final StoredContacts contacts;
    private final Transactions transactions;
    private final Vertx vertx;
    private final String bootstrap;
    private final Beat beat;
    private @Nullable Map<Integer, Long> goal;

    FirstReading(
            StoredContacts contacts,
            Transactions transactions,
            Vertx vertx,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.contacts = contacts;
        this.transactions = transactions;
        this.vertx = vertx;
        this.bootstrap = bootstrap;
        this.beat = new Beat(vertx, "the first reading of the contacts", PERIOD, this::look);
    }

    void start(@Observes StartupEvent event) {
        beat.start();
    }

    void stop(@Observes ShutdownEvent event) {
        beat.stop();
    }

    private Uni<Void> look() {
        return theGoal()
                .chain(ends -> transactions.asEngine(contacts::read).invoke(read -> compare(ends, read)))
                .replaceWithVoid();
    }

    private void compare(Map<Integer, Long> ends, Map<Integer, Long> read) {
        if (ends.entrySet().stream().allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
            contacts.becameCurrent();
            beat.stop();
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
            var topic = Objects.requireNonNull(admin.describeTopics(List.of(Topics.CONTACTS))
                    .allTopicNames()
                    .get()
                    .get(Topics.CONTACTS));
            Map<TopicPartition, OffsetSpec> latest = topic.partitions().stream()
                    .collect(Collectors.toMap(
                            it -> new TopicPartition(Topics.CONTACTS, it.partition()), it -> OffsetSpec.latest()));
            Map<Integer, Long> ends = new HashMap<>();
            admin.listOffsets(latest)
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
            return ends;
        }
    }
}
