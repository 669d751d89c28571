package org.tongbao.contacts.people.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact is away, and perhaps named who does the work meanwhile.
 *
 * @param until exclusive
 */
public record Absence(
        UUID contact, Instant from, Instant until, @Nullable UUID standIn) implements BookItem {
    public boolean overlaps(Absence other) {
        return contact.equals(other.contact) && from.isBefore(other.until) && other.from.isBefore(until);
    }

    boolean holdsAt(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    @Override
    public boolean hasEnded(Instant now) {
        return !until.isAfter(now);
    }

    @Override
    public boolean needs(UUID person, Instant now) {
        return contact.equals(person) || person.equals(standIn);
    }
}
