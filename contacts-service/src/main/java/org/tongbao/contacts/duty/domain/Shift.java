package org.tongbao.contacts.duty.domain;

import java.time.Instant;
import java.util.UUID;
import org.tongbao.contacts.people.domain.PlannedItem;
import org.tongbao.contracts.procedure.Role;

/**
 * 值勤: a contact is on duty in a role.
 *
 * @param until exclusive
 */
public record Shift(Role role, UUID contact, Instant from, Instant until) implements PlannedItem {
    public boolean overlaps(Shift other) {
        return touches(other.from, other.until);
    }

    @Override
    public boolean needs(UUID person, Instant now) {
        return contact.equals(person);
    }
}
