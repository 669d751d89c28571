package org.tongbao.contacts.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.AgencyEntry;
import org.tongbao.contracts.event.CloudEventHeaders;
import org.tongbao.contracts.event.ContactsEntry;
import org.tongbao.contracts.event.DirectoryPayload;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.EventType;
import org.tongbao.contracts.event.EventTypes;

/** A reader of a compacted topic from its beginning, as a new service would be. */
public final class Entries<T extends Record & DirectoryPayload> implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final EventType<T> type;
    private final Map<String, T> newest = new HashMap<>();

    private Entries(EventType<T> type) {
        this.type = type;
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        System.getProperty("TONGBAO_KAFKA"),
                        "group.id",
                        Ids.next().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(type.topic()));
    }

    /** The same of a topic that keeps everything. */
    public static <T extends Record & DirectoryPayload> Entries<T> of(EventType<T> type) {
        return new Entries<>(type);
    }

    public static Entries<AgencyEntry> agencies() {
        return new Entries<>(EventTypes.AGENCY_ENTRY);
    }

    public static Entries<ContactsEntry> contacts() {
        return new Entries<>(EventTypes.CONTACTS_ENTRY);
    }

    /** The newest entry of the agency, once it is as wanted. */
    public T await(String agency, Predicate<T> wanted) {
        return Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> {
                            poll();
                            return newest.get(agency);
                        },
                        it -> it != null && wanted.test(it));
    }

    public T await(String agency) {
        return await(agency, it -> true);
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(it -> {
            try {
                if (type.name().equals(typeOf(it))) {
                    newest.put(it.key(), EventJson.read(it.value(), type));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String typeOf(ConsumerRecord<String, byte[]> message) {
        return new String(message.headers().lastHeader(CloudEventHeaders.TYPE).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
