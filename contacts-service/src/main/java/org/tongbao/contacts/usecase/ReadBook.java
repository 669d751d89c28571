package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.Revised;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.ledger.Line;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.Item;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** Reads the people of an agency, for callers above it and those a relation opens it to. */
@ApplicationScoped
public class ReadBook {
    private final Transactions transactions;
    private final Agencies agencies;
    private final Books books;
    private final Ledger ledger;

    ReadBook(Transactions transactions, Agencies agencies, Books books, Ledger ledger) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.books = books;
        this.ledger = ledger;
    }

    public Uni<ContactBook> read(Caller caller, AgencyCode agency) {
        return transactions.as(caller, () -> mayRead(caller, agency).chain(() -> books.read(agency)));
    }

    /** The book as it was, or will be, at an instant, as it was known at another. Who may read it is a matter of now. */
    public Uni<ContactBook> readAsOf(Caller caller, AgencyCode agency, Instant at, Instant knownAt) {
        return transactions.as(caller, () -> mayRead(caller, agency)
                .chain(() -> ledger.book(agency, at, knownAt))
                .map(lines -> new ContactBook(agency, 0, items(lines))));
    }

    private static Map<UUID, Revised<Item>> items(List<Line> lines) {
        Map<UUID, Revised<Item>> items = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.fact() instanceof Item item) {
                items.put(UUID.fromString(line.item()), new Revised<>(item, 0));
            }
        }
        return items;
    }

    private Uni<Void> mayRead(Caller caller, AgencyCode agency) {
        return agencies.reach(Agencies.of(caller), agency)
                .invoke(reach -> {
                    if (!reach.mayRead()) {
                        throw new Refused(Refused.Reason.UNKNOWN);
                    }
                })
                .replaceWithVoid();
    }
}
