package org.tongbao.benchmark;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tongbao.contracts.event.Topics;
import org.tongbao.local.LocalStack;

/** The topics of agencies and of contacts, read from their beginnings as a new service would. */
final class DirectoryTopics {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final Map<String, Object> settings;

    DirectoryTopics(LocalStack stack) {
        String brokers = Objects.requireNonNull(
                stack.infrastructure().environment("contacts").get("TONGBAO_KAFKA"));
        this.settings = Map.of("bootstrap.servers", brokers, "auto.offset.reset", "earliest");
    }

    /** Waits until both have an entry of every agency; answers whose entries came last, one a partition. */
    Set<String> awaitEntries() {
        Set<String> agencies = new HashSet<>();
        Set<String> books = new HashSet<>();
        Map<TopicPartition, String> last = new HashMap<>();
        try (var consumer = consumer()) {
            long limit = System.nanoTime() + TIMEOUT.toNanos();
            while (agencies.size() < DirectoryDocument.AGENCIES || books.size() < DirectoryDocument.AGENCIES) {
                requireTimeLeft(limit, agencies.size() + " agencies and " + books.size() + " books were published");
                for (ConsumerRecord<String, byte[]> entry : consumer.poll(Duration.ofMillis(100))) {
                    if (DirectoryDocument.isOne(entry.key())) {
                        (entry.topic().equals(Topics.AGENCIES) ? agencies : books).add(entry.key());
                        last.put(new TopicPartition(entry.topic(), entry.partition()), entry.key());
                    }
                }
            }
        }
        return Set.copyOf(last.values());
    }

    /** Reads up to the ends seen at the start; answers how many records these were. */
    int readWhole() {
        try (var consumer = consumer()) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            long limit = System.nanoTime() + TIMEOUT.toNanos();
            int records = 0;
            while (ends.entrySet().stream().anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
                requireTimeLeft(limit, records + " records were read");
                records += consumer.poll(Duration.ofMillis(100)).count();
            }
            if (records < 2 * DirectoryDocument.AGENCIES) {
                throw new IllegalStateException("only " + records + " records of both topics");
            }
            return records;
        }
    }

    private static void requireTimeLeft(long limit, String reached) {
        if (System.nanoTime() > limit) {
            throw new IllegalStateException("after " + TIMEOUT + ": " + reached);
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.of(Topics.AGENCIES, Topics.CONTACTS)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        consumer.assign(partitions);
        return consumer;
    }
}
