package org.tongbao.contacts.domain.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.roster.Span;

/**
 * A book over a while: what was, is or will be in force when.
 *
 * @param stretches at least one, each beginning where the one before ends
 */
public record BookCourse(AgencyCode agency, List<Stretch> stretches) {
    public BookCourse {
        stretches = List.copyOf(stretches);
    }

    /** A while during which nothing takes effect. */
    public record Stretch(Span span, ContactBook book) {}

    /** A book that does not change meanwhile. */
    public static BookCourse of(ContactBook book, Span span) {
        return new BookCourse(book.agency(), List.of(new Stretch(span, book)));
    }

    public Instant from() {
        return stretches.get(0).span().from();
    }

    public Instant until() {
        return stretches.get(stretches.size() - 1).span().until();
    }

    /** As it is at the beginning. */
    public ContactBook first() {
        return stretches.get(0).book();
    }

    /** The duty of all of it. */
    public List<DutyPreview> duty() {
        List<DutyPreview> parts = new ArrayList<>();
        stretches.forEach(it -> parts.addAll(
                DutyPreview.of(it.book(), it.span().from(), it.span().until())));
        return DutyPreview.joined(parts);
    }

    /** Somebody as last known. */
    public Optional<Contact> contact(UUID id) {
        return stretches.stream().flatMap(it -> it.book().contact(id).stream()).reduce((earlier, later) -> later);
    }

    /** Absences that hold during a stretch whose book has them. */
    public Set<Absence> absences() {
        Set<Absence> absences = new LinkedHashSet<>();
        stretches.forEach(stretch -> stretch.book().items(Absence.class).values().stream()
                .filter(it -> stretch.span().touches(new Span(it.from(), it.until())))
                .forEach(absences::add));
        return absences;
    }
}
