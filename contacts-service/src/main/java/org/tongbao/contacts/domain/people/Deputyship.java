package org.tongbao.contacts.domain.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 代理人: who stands in for a contact, in order.
 *
 * @param until exclusive, null while it is open
 */
public record Deputyship(
        UUID contact,
        List<UUID> deputies,
        Instant from,
        @Nullable Instant until) implements Item {
    public Deputyship {
        deputies = List.copyOf(deputies);
    }

    boolean overlaps(Deputyship other) {
        return contact.equals(other.contact)
                && (other.until == null || from.isBefore(other.until))
                && (until == null || other.from.isBefore(until));
    }

    boolean holdsAt(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }
}
