package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** Reads what an agency's duty within {@code [from, until)} is worked out of, for whoever may read its people. */
@ApplicationScoped
public class ReadDuty {
    private final Transactions transactions;
    private final DutyBooks books;

    ReadDuty(Transactions transactions, DutyBooks books) {
        this.transactions = transactions;
        this.books = books;
    }

    public Uni<ContactBook> read(Caller caller, AgencyCode agency, Instant from, Instant until) {
        return transactions
                .as(caller, () -> books.read(Agencies.of(caller), agency, from, until))
                .map(found -> {
                    if (!found.reach().mayRead()) {
                        throw new Refused(Refused.Reason.UNKNOWN);
                    }
                    return found.book();
                });
    }
}
