package org.tongbao.contacts.duty.domain;

import java.time.Instant;
import java.util.UUID;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contracts.procedure.Role;

/**
 * 值勤: a contact is on duty in a role.
 *
 * @param until exclusive
 */
public record Shift(Role role, UUID contact, Instant from, Instant until) implements BookItem {
    public boolean overlaps(Shift other) {
        return touches(other.from, other.until);
    }

    /** Whether any of it lies in {@code [start, end)}. */
    public boolean touches(Instant start, Instant end) {
        return from.isBefore(end) && start.isBefore(until);
    }

    @Override
    public boolean hasEnded(Instant now) {
        return !until.isAfter(now);
    }

    @Override
    public boolean needs(UUID person, Instant now) {
        return contact.equals(person);
    }
}
