package org.tongbao.contacts.duty.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contracts.procedure.Role;

/** The standing roster of a role: who takes turns. A role has at most one. */
public record Rotation(Role role, ZoneId zone, List<Layer> layers) implements BookItem {
    public Rotation {
        layers = List.copyOf(layers);
    }

    Roster roster() {
        return new Roster(zone, layers);
    }

    @Override
    public boolean needs(UUID person, Instant now) {
        return roster().names(person, now);
    }
}
