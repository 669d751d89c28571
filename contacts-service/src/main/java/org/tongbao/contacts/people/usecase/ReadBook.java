package org.tongbao.contacts.people.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.ledger.usecase.BookHistory;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** Reads the people of an agency, for callers above it and those a relation opens it to. */
@ApplicationScoped
public class ReadBook {
    private final Transactions transactions;
    private final Agencies agencies;
    private final Books books;
    private final BookHistory history;

    ReadBook(Transactions transactions, Agencies agencies, Books books, BookHistory history) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.books = books;
        this.history = history;
    }

    public Uni<ContactBook> read(Caller caller, AgencyCode agency) {
        return transactions.as(caller, () -> mayRead(caller, agency).chain(() -> books.read(agency)));
    }

    /** The book as it was, or will be, at an instant, as it was known at another. Who may read it is a matter of now. */
    public Uni<ContactBook> readAsOf(Caller caller, AgencyCode agency, Instant at, Instant knownAt) {
        return transactions.as(caller, () -> mayRead(caller, agency).chain(() -> history.book(agency, at, knownAt)));
    }

    private Uni<Void> mayRead(Caller caller, AgencyCode agency) {
        return agencies.access(Agencies.of(caller), agency)
                .invoke(reach -> {
                    if (!reach.mayRead()) {
                        throw new Refused(Refused.Reason.UNKNOWN);
                    }
                })
                .replaceWithVoid();
    }
}
