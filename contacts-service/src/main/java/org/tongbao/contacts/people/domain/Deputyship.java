package org.tongbao.contacts.people.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.duty.domain.Interval;

/**
 * 代理人: who stands in for a contact, in order.
 *
 * @param until exclusive, null while it is open
 * @param permissions what the deputies were given to be able to act (S2 §9)
 */
public record Deputyship(
        UUID contact,
        List<UUID> deputies,
        Instant from,
        @Nullable Instant until,
        List<Permission> permissions) implements BookItem {
    public Deputyship {
        deputies = List.copyOf(deputies);
        permissions = List.copyOf(permissions);
    }

    public Deputyship(UUID contact, List<UUID> deputies, Instant from, @Nullable Instant until) {
        this(contact, deputies, from, until, List.of());
    }

    /**
     * 權限: a right, or the membership in a group, that a deputy was given.
     *
     * @param inForceFrom not later than the deputyship begins
     */
    public record Permission(String name, Instant inForceFrom) {}

    /** What of a version of time it holds for. */
    public Optional<Interval> within(Interval interval) {
        return new Interval(from, until == null || until.isAfter(interval.until()) ? interval.until() : until)
                .within(interval);
    }

    boolean overlaps(Deputyship other) {
        return contact.equals(other.contact)
                && (other.until == null || from.isBefore(other.until))
                && (until == null || other.from.isBefore(until));
    }

    boolean holdsAt(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }

    @Override
    public boolean hasEnded(Instant now) {
        return until != null && !until.isAfter(now);
    }

    @Override
    public boolean needs(UUID person, Instant now) {
        return contact.equals(person) || deputies.contains(person);
    }
}
