package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongbao.contacts.domain.Revised;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.ledger.Line;
import org.tongbao.contacts.domain.people.BookCourse;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.Item;
import org.tongbao.contacts.domain.roster.Span;

/** Books of other times, by what the ledger says. Every method works in the transaction under way. */
@ApplicationScoped
class BookHistory {
    private final Ledger ledger;

    BookHistory(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The book as it was, or will be, at an instant, as it was known at another. */
    Uni<ContactBook> book(AgencyCode agency, Instant at, Instant knownAt) {
        return ledger.book(agency, at, knownAt).map(lines -> new ContactBook(agency, 0, items(lines)));
    }

    Uni<BookCourse> course(AgencyCode agency, Span span, Instant knownAt) {
        return ledger.book(agency, span.from(), knownAt)
                .chain(lines -> ledger.bookChanges(agency, span.from(), span.until(), knownAt)
                        .map(changes -> course(agency, span, items(lines), changes)));
    }

    private static BookCourse course(AgencyCode agency, Span span, Map<UUID, Revised<Item>> items, List<Line> changes) {
        List<BookCourse.Stretch> stretches = new ArrayList<>();
        Instant since = span.from();
        for (Line change : changes) {
            Instant at = change.effectiveFrom();
            if (at.isAfter(since)) {
                stretches.add(new BookCourse.Stretch(new Span(since, at), new ContactBook(agency, 0, items)));
                since = at;
            }
            apply(change, items);
        }
        stretches.add(new BookCourse.Stretch(new Span(since, span.until()), new ContactBook(agency, 0, items)));
        return new BookCourse(agency, stretches);
    }

    private static Map<UUID, Revised<Item>> items(List<Line> lines) {
        Map<UUID, Revised<Item>> items = new LinkedHashMap<>();
        lines.forEach(it -> apply(it, items));
        return items;
    }

    private static void apply(Line line, Map<UUID, Revised<Item>> items) {
        UUID id = UUID.fromString(line.item());
        if (line.fact() instanceof Item item) {
            items.put(id, new Revised<>(item, 0));
        } else {
            items.remove(id);
        }
    }
}
