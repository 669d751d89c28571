package org.tongbao.platform.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it arrived.
 *
 * @param source the service that published it
 * @param subject incident id
 * @param sequence from 1 per source and subject, without gaps
 * @param exercise in a drill
 */
public record ReceivedEvent<T>(
        UUID id, String type, String source, String subject, long sequence, Instant time, boolean exercise, T payload) {
    <R> ReceivedEvent<R> with(R other) {
        return new ReceivedEvent<>(id, type, source, subject, sequence, time, exercise, other);
    }
}
