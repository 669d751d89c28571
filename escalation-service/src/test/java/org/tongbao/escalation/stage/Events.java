package org.tongbao.escalation.stage;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.AgencyEntry;
import org.tongbao.contracts.event.CloudEventHeaders;
import org.tongbao.contracts.event.DirectoryMessage;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.EventType;
import org.tongbao.contracts.event.IncidentPayload;
import org.tongbao.contracts.event.Topics;

/** Speaks and listens on the real broker in place of the other services. */
public final class Events implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String INTAKE = "/tongbao/intake";
    private static final String CONTACTS = "/tongbao/contacts";
    private static final Map<String, AtomicLong> SEQUENCES = new ConcurrentHashMap<>();
    private static final String BOOTSTRAP = System.getProperty("TONGBAO_KAFKA");

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", BOOTSTRAP, "linger.ms", "0"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** An event of intake as a record, to be sent once or twice. */
    public static <T extends Record & IncidentPayload> ProducerRecord<String, byte[]> event(
            EventType<T> type, long sequence, T payload) {
        return raw(type.topic(), type.name(), payload.incidentId(), sequence, INTAKE, bytes(payload));
    }

    /** An event of the directory, the next of its agency, to be sent once or twice. */
    public static <T extends Record & DirectoryMessage> ProducerRecord<String, byte[]> message(
            EventType<T> type, T payload) {
        long sequence = SEQUENCES
                .computeIfAbsent(payload.agency(), agency -> new AtomicLong())
                .incrementAndGet();
        return raw(type.topic(), type.name(), payload.agency(), sequence, CONTACTS, bytes(payload));
    }

    public static UUID id(ProducerRecord<String, byte[]> event) {
        Header id = Objects.requireNonNull(event.headers().lastHeader(CloudEventHeaders.ID));
        return UUID.fromString(new String(id.value(), StandardCharsets.UTF_8));
    }

    public static ProducerRecord<String, byte[]> raw(
            String topic, String type, UUID subject, long sequence, String source, byte[] payload) {
        return raw(topic, type, subject.toString(), sequence, source, payload);
    }

    private static ProducerRecord<String, byte[]> raw(
            String topic, String type, String subject, long sequence, String source, byte[] payload) {
        List<Header> headers = List.of(
                header(CloudEventHeaders.ID, Ids.next().toString()),
                header(CloudEventHeaders.TYPE, type),
                header(CloudEventHeaders.SOURCE, source),
                header(CloudEventHeaders.SUBJECT, subject),
                header(CloudEventHeaders.SEQUENCE, Long.toString(sequence)),
                header(CloudEventHeaders.TIME, "2026-11-20T00:00:00Z"),
                header(CloudEventHeaders.EXERCISE, "false"));
        return new ProducerRecord<>(topic, null, subject, payload, headers);
    }

    public <T extends Record & IncidentPayload> void send(EventType<T> type, long sequence, T payload) {
        send(event(type, sequence, payload));
    }

    public void send(AgencyEntry entry) {
        send(new ProducerRecord<>(Topics.AGENCIES, entry.agency(), bytes(entry)));
    }

    /** Sends an event and tells its id, by which its effect is found. */
    public UUID say(ProducerRecord<String, byte[]> event) {
        send(event);
        return id(event);
    }

    public void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every event of the type that this service published for this incident so far, once there are that many. */
    public static <T extends Record & IncidentPayload> List<T> published(EventType<T> type, UUID incident, int count) {
        List<T> found = new ArrayList<>();
        try (var consumer = consumer(type.topic())) {
            await().atMost(SOON).until(() -> {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(100))) {
                    if (incident.toString().equals(message.key())
                            && type.name().equals(header(message, CloudEventHeaders.TYPE))) {
                        found.add(EventJson.read(message.value(), type));
                    }
                }
                return found.size() >= count;
            });
        }
        return found;
    }

    /** Why a record about this incident was moved aside. */
    public static String deadLetterReason(UUID incident) {
        try (var consumer = consumer(Topics.deadLetter("escalation", "incidents"))) {
            return await().atMost(SOON)
                    .until(
                            () -> {
                                for (ConsumerRecord<String, byte[]> letter : consumer.poll(Duration.ofMillis(100))) {
                                    if (incident.toString().equals(letter.key())) {
                                        return header(letter, "dead-letter-reason");
                                    }
                                }
                                return "";
                            },
                            reason -> !reason.isEmpty());
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", BOOTSTRAP, "group.id", Ids.next().toString(), "auto.offset.reset", "earliest");
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    private static String header(ConsumerRecord<?, ?> message, String name) {
        return new String(
                Objects.requireNonNull(message.headers().lastHeader(name), name).value(), StandardCharsets.UTF_8);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] bytes(Record payload) {
        return EventJson.write(payload).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
