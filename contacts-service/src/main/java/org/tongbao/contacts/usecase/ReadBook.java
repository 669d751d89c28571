package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** Reads the people of an agency, for callers above it and those a relation opens it to. */
@ApplicationScoped
public class ReadBook {
    private final Transactions transactions;
    private final Agencies agencies;
    private final Books books;

    ReadBook(Transactions transactions, Agencies agencies, Books books) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.books = books;
    }

    public Uni<ContactBook> read(Caller caller, AgencyCode agency) {
        return transactions.as(caller, () -> agencies.reach(Agencies.of(caller), agency)
                .invoke(reach -> {
                    if (!reach.mayRead()) {
                        throw new Refused(Refused.Reason.UNKNOWN);
                    }
                })
                .chain(() -> books.read(agency)));
    }
}
