package org.tongbao.platform.probe;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.CloudEventHeaders;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.IncidentClosed;
import org.tongbao.contracts.event.ReviewTakenOver;

/** Publishes events as another service would, in any order a test wants. */
public final class Events implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    public Events(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public static ProducerRecord<String, byte[]> closed(UUID incident, long sequence) {
        var payload = new IncidentClosed(incident, Instant.parse("2026-11-20T00:00:00Z"));
        return message(
                EventTypes.INCIDENT_CLOSED.topic(), EventTypes.INCIDENT_CLOSED.name(), incident, sequence, payload);
    }

    public static ProducerRecord<String, byte[]> takenOver(UUID incident, long sequence) {
        var payload = new ReviewTakenOver(
                incident, Ids.next(), "TPE-DOIT", "ACS", "reviewer", Instant.parse("2026-11-20T00:00:00Z"));
        return message(
                EventTypes.REVIEW_TAKEN_OVER.topic(), EventTypes.REVIEW_TAKEN_OVER.name(), incident, sequence, payload);
    }

    public static ProducerRecord<String, byte[]> message(
            String topic, String type, UUID subject, long sequence, Record payload) {
        return raw(topic, type, subject, sequence, EventJson.write(payload).getBytes(StandardCharsets.UTF_8));
    }

    public static ProducerRecord<String, byte[]> raw(
            String topic, String type, UUID subject, long sequence, byte[] payload) {
        List<Header> headers = List.of(
                header(CloudEventHeaders.ID, Ids.next().toString()),
                header(CloudEventHeaders.TYPE, type),
                header(CloudEventHeaders.SOURCE, "/tongbao/another"),
                header(CloudEventHeaders.SUBJECT, subject.toString()),
                header(CloudEventHeaders.SEQUENCE, Long.toString(sequence)),
                header(CloudEventHeaders.TIME, "2026-11-20T00:00:00Z"),
                header(CloudEventHeaders.EXERCISE, "false"));
        return new ProducerRecord<>(topic, null, subject.toString(), payload, headers);
    }

    public void send(ProducerRecord<String, byte[]> message) throws Exception {
        producer.send(message).get();
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
