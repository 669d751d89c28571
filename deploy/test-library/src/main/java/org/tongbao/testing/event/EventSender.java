package org.tongbao.testing.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.AgencyEntry;
import org.tongbao.contracts.event.CloudEventHeaders;
import org.tongbao.contracts.event.ContactsEntry;
import org.tongbao.contracts.event.DirectoryMessage;
import org.tongbao.contracts.event.DirectoryPayload;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.EventType;
import org.tongbao.contracts.event.IncidentPayload;
import org.tongbao.contracts.event.Topics;

/** Publishes events on the real broker in place of the other services, in any order a test wants. */
public final class EventSender implements AutoCloseable {
    private static final UUID NO_ID = new UUID(0, 0);
    private static final Map<String, String> SOURCES = Map.of(
            Topics.INCIDENTS, "/tongbao/intake",
            Topics.REVIEWS, "/tongbao/review",
            Topics.NOTICES, "/tongbao/escalation",
            Topics.DIRECTORY, "/tongbao/contacts",
            Topics.AGENCIES, "/tongbao/contacts",
            Topics.CONTACTS, "/tongbao/contacts");
    private static final Map<String, AtomicLong> SEQUENCES = new ConcurrentHashMap<>();

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", broker(), "linger.ms", "0"), new StringSerializer(), new ByteArraySerializer());

    /** Address of the test session's broker. */
    static String broker() {
        return System.getProperty("TONGBAO_KAFKA");
    }

    /** An event of an incident, to be sent once or twice. */
    public static <T extends Record & IncidentPayload> ProducerRecord<String, byte[]> event(
            EventType<T> type, long sequence, T payload) {
        return raw(type, payload.incidentId(), sequence, bytes(payload));
    }

    /** The next event of its agency in the directory, to be sent once or twice. */
    public static <T extends Record & DirectoryMessage> ProducerRecord<String, byte[]> next(
            EventType<T> type, T payload) {
        long sequence = SEQUENCES
                .computeIfAbsent(payload.agency(), agency -> new AtomicLong())
                .incrementAndGet();
        return raw(type, payload.agency(), sequence, bytes(payload));
    }

    /** An event with any content. */
    public static ProducerRecord<String, byte[]> raw(EventType<?> type, Object subject, long sequence, byte[] payload) {
        return raw(type.topic(), type.name(), subject, sequence, payload);
    }

    /** An event of any type on any topic. */
    public static ProducerRecord<String, byte[]> raw(
            String topic, String type, Object subject, long sequence, byte[] payload) {
        List<Header> headers = List.of(
                header(CloudEventHeaders.ID, Ids.next().toString()),
                header(CloudEventHeaders.TYPE, type),
                header(CloudEventHeaders.SOURCE, SOURCES.getOrDefault(topic, "/tongbao/another")),
                header(CloudEventHeaders.SUBJECT, subject.toString()),
                header(CloudEventHeaders.SEQUENCE, Long.toString(sequence)),
                header(CloudEventHeaders.TIME, "2026-11-20T00:00:00Z"),
                header(CloudEventHeaders.EXERCISE, "false"));
        return new ProducerRecord<>(topic, null, subject.toString(), payload, headers);
    }

    /** The same event, of an exercise. */
    public static ProducerRecord<String, byte[]> inAnExercise(ProducerRecord<String, byte[]> event) {
        return with(event, CloudEventHeaders.EXERCISE, "true");
    }

    /** The same event from this source. */
    public static ProducerRecord<String, byte[]> from(String source, ProducerRecord<String, byte[]> event) {
        return with(event, CloudEventHeaders.SOURCE, source);
    }

    private static ProducerRecord<String, byte[]> with(
            ProducerRecord<String, byte[]> event, String name, String value) {
        var changed = new ProducerRecord<>(event.topic(), null, event.key(), event.value(), event.headers());
        changed.headers().remove(name).add(header(name, value));
        return changed;
    }

    /** An entry of a compacted topic, which carries no headers. */
    public static <T extends Record & DirectoryPayload> ProducerRecord<String, byte[]> entry(String topic, T payload) {
        return new ProducerRecord<>(topic, payload.agency(), bytes(payload));
    }

    /** The id of an event; of an entry, which has none, the nil UUID. */
    public static UUID id(ProducerRecord<String, byte[]> event) {
        Header id = event.headers().lastHeader(CloudEventHeaders.ID);
        return id == null ? NO_ID : UUID.fromString(new String(id.value(), StandardCharsets.UTF_8));
    }

    public static byte[] bytes(Record payload) {
        return EventJson.write(payload).getBytes(StandardCharsets.UTF_8);
    }

    public <T extends Record & IncidentPayload> UUID send(EventType<T> type, long sequence, T payload) {
        return send(event(type, sequence, payload));
    }

    public void send(AgencyEntry entry) {
        send(entry(Topics.AGENCIES, entry));
    }

    public void send(ContactsEntry entry) {
        send(entry(Topics.CONTACTS, entry));
    }

    /** Sends and waits for the broker; answers the event's id, by which its effect is found. */
    public UUID send(ProducerRecord<String, byte[]> event) {
        try {
            producer.send(event).get();
            return id(event);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
