package org.tongbao.contacts.duty.domain;

import java.time.Instant;
import java.util.UUID;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.roster.domain.Roster;
import org.tongbao.contracts.procedure.Role;

/** The standing roster of a role: who takes turns. A role has at most one. */
public record Rotation(Role role, Roster roster) implements BookItem {

    @Override
    public boolean needs(UUID person, Instant now) {
        return roster.names(person, now);
    }
}
