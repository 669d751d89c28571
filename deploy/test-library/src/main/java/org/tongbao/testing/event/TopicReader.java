package org.tongbao.testing.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.CloudEventHeaders;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.EventType;
import org.tongbao.contracts.event.Topics;

/** Reads a topic from its beginning, as a new service would. */
public final class TopicReader implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

    public TopicReader(String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                EventSender.broker(),
                "group.id",
                Ids.next().toString(),
                "auto.offset.reset",
                "earliest");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
    }

    /** Every event of the type with this key so far, once there are that many. */
    public static <T extends Record> List<T> published(EventType<T> type, Object key, int count) {
        try (var reader = new TopicReader(type.topic())) {
            return reader.records(it -> isOf(type, key, it), count).stream()
                    .map(it -> payload(type, it))
                    .toList();
        }
    }

    /** Why the service moved the record with this key from this channel to the dead letters. */
    public static String deadLetterReason(String service, String channel, Object key) {
        try (var reader = new TopicReader(Topics.deadLetter(service, channel))) {
            return header(
                    reader.records(it -> key.toString().equals(it.key()), 1).get(0), "dead-letter-reason");
        }
    }

    /** The newest entry with this key, once it is as wanted. */
    public <T extends Record> T await(EventType<T> type, String key, Predicate<T> wanted) {
        List<T> found = new ArrayList<>();
        Awaitility.await().atMost(SOON).until(() -> {
            poll();
            found.clear();
            read.stream().filter(it -> isOf(type, key, it)).forEach(it -> found.add(payload(type, it)));
            return !found.isEmpty() && wanted.test(found.get(found.size() - 1));
        });
        return found.get(found.size() - 1);
    }

    /** All records so far that are wanted, once there are that many. */
    public List<ConsumerRecord<String, byte[]>> records(Predicate<ConsumerRecord<String, byte[]>> wanted, int count) {
        return Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> {
                            poll();
                            return read.stream().filter(wanted).toList();
                        },
                        found -> found.size() >= count);
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(read::add);
    }

    private static boolean isOf(EventType<?> type, Object key, ConsumerRecord<String, byte[]> message) {
        return key.toString().equals(message.key()) && type.name().equals(header(message, CloudEventHeaders.TYPE));
    }

    private static <T extends Record> T payload(EventType<T> type, ConsumerRecord<String, byte[]> message) {
        try {
            return EventJson.read(message.value(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String header(ConsumerRecord<?, ?> message, String name) {
        Header header = message.headers().lastHeader(name);
        return new String(Objects.requireNonNull(header, name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
