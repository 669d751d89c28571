package org.tongbao.platform.inbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker where a topic ends, as a client with the settings that every channel has: {@code kafka.*}. */
@ApplicationScoped
public class TopicEnds {
    private static final int REQUEST_LIMIT = 3_000;
    private static final int LIMIT = 5_000;

    private final Vertx vertx;
    private final Map<String, Object> settings;

    TopicEnds(Vertx vertx, @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.vertx = vertx;
        Map<String, Object> admin = new HashMap<>(broker);
        admin.keySet().retainAll(AdminClientConfig.configNames());
        admin.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT);
        admin.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_LIMIT);
        this.settings = Map.copyOf(admin);
    }

    /** The next offset of each partition. */
    Uni<Map<Integer, Long>> of(String topic) {
        return Uni.createFrom().completionStage(() -> vertx.executeBlocking(() -> ask(topic), false)
                .toCompletionStage());
    }

    private Map<Integer, Long> ask(String topic) throws Exception {
        try (Admin admin = Admin.create(settings)) {
            var described = Objects.requireNonNull(
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
            Map<TopicPartition, OffsetSpec> latest = described.partitions().stream()
                    .collect(Collectors.toMap(
                            it -> new TopicPartition(topic, it.partition()), it -> OffsetSpec.latest()));
            Map<Integer, Long> ends = new HashMap<>();
            admin.listOffsets(latest)
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
            return ends;
        }
    }
}
