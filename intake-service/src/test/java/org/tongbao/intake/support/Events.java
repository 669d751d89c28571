package org.tongbao.intake.support;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.CloudEventHeaders;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.EventType;
import org.tongbao.contracts.event.IncidentPayload;

/** Publishes what the other services would. */
public final class Events implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", System.getProperty("TONGBAO_KAFKA"), "linger.ms", "0"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** An event of review-service or escalation-service, whichever publishes the type. */
    public <T extends Record & IncidentPayload> void send(EventType<T> type, long sequence, T payload) {
        send(
                type,
                payload.incidentId(),
                sequence,
                EventJson.write(payload).getBytes(StandardCharsets.UTF_8),
                Ids.next());
    }

    public void send(EventType<?> type, UUID subject, long sequence, byte[] payload, UUID eventId) {
        String source = type.topic().contains("review") ? "/tongbao/review" : "/tongbao/escalation";
        List<Header> headers = List.of(
                header(CloudEventHeaders.ID, eventId.toString()),
                header(CloudEventHeaders.TYPE, type.name()),
                header(CloudEventHeaders.SOURCE, source),
                header(CloudEventHeaders.SUBJECT, subject.toString()),
                header(CloudEventHeaders.SEQUENCE, Long.toString(sequence)),
                header(CloudEventHeaders.TIME, "2026-11-20T00:00:00Z"),
                header(CloudEventHeaders.EXERCISE, "false"));
        try {
            producer.send(new ProducerRecord<>(type.topic(), null, subject.toString(), payload, headers))
                    .get();
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
