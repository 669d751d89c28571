package org.tongbao.contacts.people.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When a contact is reminded that its entry must be confirmed again: before it is overdue, and then every week. */
public final class AttestationSchedule {
    private static final List<Duration> BEFORE = List.of(Duration.ofDays(14), Duration.ofDays(3), Duration.ZERO);
    private static final Duration EVERY = Duration.ofDays(7);

    private AttestationSchedule() {}

    /**
     * The first reminder after an instant.
     *
     * @param until when the entry becomes overdue
     */
    public static Instant reminderAfter(Instant until, Instant now) {
        return BEFORE.stream()
                .map(until::minus)
                .filter(it -> it.isAfter(now))
                .findFirst()
                .orElseGet(() -> until.plus(
                        EVERY.multipliedBy(Duration.between(until, now).dividedBy(EVERY) + 1)));
    }
}
