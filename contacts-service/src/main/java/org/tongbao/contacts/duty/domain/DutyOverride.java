package org.tongbao.contacts.duty.domain;

import java.time.Instant;
import java.util.UUID;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.roster.domain.Interval;
import org.tongbao.contracts.procedure.Role;

/**
 * For once, this contact is on duty in a role and nobody else, whatever shifts, rotations and swaps say.
 *
 * @param until exclusive
 */
public record DutyOverride(Role role, UUID contact, Instant from, Instant until) implements BookItem {
    /** Whether any of it lies in {@code [start, end)}. */
    public boolean touches(Instant start, Instant end) {
        return interval().touches(new Interval(start, end));
    }

    Interval interval() {
        return new Interval(from, until);
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
