package org.tongbao.contacts.ledger.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.duty.domain.Interval;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.BookVersions;
import org.tongbao.contacts.people.domain.ContactBook;

/** Books of other times, by what the ledger says. Every method works in the transaction under way. */
@ApplicationScoped
public class BookHistory {
    private final Ledger ledger;

    BookHistory(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The book as it was, or will be, at an instant, as it was known at another. */
    public Uni<ContactBook> book(AgencyCode agency, Instant at, Instant knownAt) {
        return ledger.book(agency, at, knownAt).map(entries -> new ContactBook(agency, 0, items(entries)));
    }

    public Uni<BookVersions> course(AgencyCode agency, Interval interval, Instant knownAt) {
        return ledger.book(agency, interval.from(), knownAt)
                .chain(entries -> ledger.bookChanges(agency, interval.from(), interval.until(), knownAt)
                        .map(changes -> course(agency, interval, items(entries), changes)));
    }

    private static BookVersions course(
            AgencyCode agency, Interval interval, Map<UUID, Versioned<BookItem>> items, List<LedgerEntry> changes) {
        List<BookVersions.Version> versions = new ArrayList<>();
        Instant since = interval.from();
        for (LedgerEntry change : changes) {
            Instant at = change.effectiveFrom();
            if (at.isAfter(since)) {
                versions.add(new BookVersions.Version(new Interval(since, at), new ContactBook(agency, 0, items)));
                since = at;
            }
            apply(change, items);
        }
        versions.add(
                new BookVersions.Version(new Interval(since, interval.until()), new ContactBook(agency, 0, items)));
        return new BookVersions(agency, versions);
    }

    private static Map<UUID, Versioned<BookItem>> items(List<LedgerEntry> entries) {
        Map<UUID, Versioned<BookItem>> items = new LinkedHashMap<>();
        entries.forEach(it -> apply(it, items));
        return items;
    }

    private static void apply(LedgerEntry entry, Map<UUID, Versioned<BookItem>> items) {
        UUID id = UUID.fromString(entry.item());
        if (entry.fact() instanceof BookItem item) {
            items.put(id, new Versioned<>(item, 0));
        } else {
            items.remove(id);
        }
    }
}
