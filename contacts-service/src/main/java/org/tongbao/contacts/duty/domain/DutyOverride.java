package org.tongbao.contacts.duty.domain;

import java.time.Instant;
import java.util.UUID;
import org.tongbao.contacts.people.domain.PlannedItem;
import org.tongbao.contracts.procedure.Role;

/**
 * For once, this contact is on duty in a role and nobody else, whatever shifts, rotations and swaps say.
 *
 * @param until exclusive
 */
public record DutyOverride(Role role, UUID contact, Instant from, Instant until) implements PlannedItem {
    Interval interval() {
        return new Interval(from, until);
    }

    @Override
    public boolean needs(UUID person, Instant now) {
        return contact.equals(person);
    }
}
