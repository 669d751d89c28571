package org.tongbao.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.tongbao.contracts.event.CloudEventHeaders;

/** Reads the CloudEvents headers of a record. */
final class RecordReader {
    private RecordReader() {}

    /**
     * @throws DeadLetter when a header is missing or malformed, or the key is not the subject
     */
    static ReceivedEvent<String> read(ConsumerRecord<String, byte[]> message) {
        try {
            String subject = header(message, CloudEventHeaders.SUBJECT);
            if (!subject.equals(message.key()) || message.value() == null) {
                throw new DeadLetter("unreadable-key");
            }
            return new ReceivedEvent<>(
                    UUID.fromString(header(message, CloudEventHeaders.ID)),
                    header(message, CloudEventHeaders.TYPE),
                    header(message, CloudEventHeaders.SOURCE),
                    subject,
                    Long.parseLong(header(message, CloudEventHeaders.SEQUENCE)),
                    Instant.parse(header(message, CloudEventHeaders.TIME)),
                    Boolean.parseBoolean(header(message, CloudEventHeaders.EXERCISE)),
                    new String(message.value(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new DeadLetter("unreadable-headers");
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new DeadLetter("missing-header-" + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
