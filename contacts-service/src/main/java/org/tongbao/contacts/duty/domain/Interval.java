package org.tongbao.contacts.duty.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of time.
 *
 * @param until exclusive
 */
public record Interval(Instant from, Instant until) {
    public boolean isEmpty() {
        return !from.isBefore(until);
    }

    public boolean touches(Interval other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    /** What of it lies in the other one. */
    public Optional<Interval> within(Interval other) {
        Interval common = new Interval(
                from.isBefore(other.from) ? other.from : from, until.isBefore(other.until) ? until : other.until);
        return common.isEmpty() ? Optional.empty() : Optional.of(common);
    }
}
