package org.tongbao.contacts.people.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.duty.domain.DutyPreview;
import org.tongbao.contacts.duty.domain.Interval;

/**
 * A book over a while: what was, is or will be in force when.
 *
 * @param versions at least one, each beginning where the one before ends
 */
public record BookVersions(AgencyCode agency, List<Version> versions) {
    public BookVersions {
        versions = List.copyOf(versions);
    }

    /** A while during which nothing takes effect. */
    public record Version(Interval interval, ContactBook book) {}

    /** A book that does not change meanwhile. */
    public static BookVersions of(ContactBook book, Interval interval) {
        return new BookVersions(book.agency(), List.of(new Version(interval, book)));
    }

    public Instant from() {
        return versions.get(0).interval().from();
    }

    public Instant until() {
        return versions.get(versions.size() - 1).interval().until();
    }

    /** As it is at the beginning. */
    public ContactBook first() {
        return versions.get(0).book();
    }

    /** The duty of all of it. */
    public List<DutyPreview> duty() {
        List<DutyPreview> parts = new ArrayList<>();
        versions.forEach(it -> parts.addAll(
                DutyPreview.of(it.book(), it.interval().from(), it.interval().until())));
        return DutyPreview.joined(parts);
    }

    /** Somebody as last known. */
    public Optional<Contact> contact(UUID id) {
        return versions.stream().flatMap(it -> it.book().contact(id).stream()).reduce((earlier, later) -> later);
    }

    /** Absences that hold during a version whose book has them. */
    public Set<Absence> absences() {
        Set<Absence> absences = new LinkedHashSet<>();
        versions.forEach(version -> version.book().items(Absence.class).values().stream()
                .filter(it -> version.interval().touches(new Interval(it.from(), it.until())))
                .forEach(absences::add));
        return absences;
    }
}
