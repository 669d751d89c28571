package org.tongbao.contacts.people.domain;

import java.time.Instant;

/** Duty of somebody from one instant to another. */
public interface PlannedItem extends BookItem {
    Instant from();

    /** Exclusive. */
    Instant until();

    /** Whether any of it lies in {@code [start, end)}. */
    default boolean touches(Instant start, Instant end) {
        return from().isBefore(end) && start.isBefore(until());
    }

    @Override
    default boolean hasEnded(Instant now) {
        return !until().isAfter(now);
    }
}
