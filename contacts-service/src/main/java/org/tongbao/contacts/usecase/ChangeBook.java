package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contacts.domain.Expectation;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.agency.Agency;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.BookChange;
import org.tongbao.contacts.domain.people.BookRules;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.Item;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/** Files, changes and removes people, deputies, absences and shifts, and publishes the book they stand in. */
@ApplicationScoped
public class ChangeBook {
    private final Transactions transactions;
    private final Agencies agencies;
    private final PublishedBooks books;
    private final Procedures procedures;
    private final Clock clock;

    ChangeBook(Transactions transactions, Agencies agencies, PublishedBooks books, Procedures procedures, Clock clock) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.books = books;
        this.procedures = procedures;
        this.clock = clock;
    }

    /** One agency's filings after they were done: the book, the ids in the order of the filings, and what changed. */
    public record Filed(ContactBook book, List<UUID> ids, List<BookChange> changes) {}

    /** Files all of them or none. */
    public Uni<Filed> file(Caller caller, AgencyCode agency, List<Filing> filings) {
        return transactions.as(caller, () -> mayChange(caller, agency)
                .chain(facts -> books.open(agency).map(book -> filed(facts, book, filings)))
                .call(filed -> books.save(caller, filed.book(), filed.changes(), clock.now())));
    }

    public Uni<Void> remove(
            Caller caller, AgencyCode agency, UUID id, Class<? extends Item> kind, Expectation expectation) {
        return transactions.as(caller, () -> mayChange(caller, agency)
                .chain(facts -> books.open(agency))
                .chain(book -> books.save(
                        caller, book, List.of(book.remove(id, kind, expectation, clock.now())), clock.now())));
    }

    private Filed filed(Agency facts, ContactBook book, List<Filing> filings) {
        BookRules rules = BookRules.of(
                procedures.byId(facts.procedure()).map(it -> it.contacts()).orElse(List.of()));
        List<Fault> faults = new ArrayList<>();
        List<BookChange> changes = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (Filing filing : filings) {
            UUID id = idOf(book, filing);
            ids.add(id);
            faults.addAll(rules.faults(book, filing.place(), id, filing.item()));
            book.file(id, filing.item(), filing.expectation()).ifPresent(changes::add);
        }
        Refused.whenAny(faults);
        return new Filed(book, ids, changes);
    }

    private static UUID idOf(ContactBook book, Filing filing) {
        if (filing.id() != null) {
            return filing.id();
        }
        Optional<UUID> same = filing.expectation().kind() == Expectation.Kind.ANYTHING
                ? book.idOfSame(filing.item())
                : Optional.empty();
        return same.orElseGet(Ids::next);
    }

    private Uni<Agency> mayChange(Caller caller, AgencyCode agency) {
        return agencies.reach(Agencies.of(caller), agency)
                .invoke(reach -> {
                    switch (reach) {
                        case NOWHERE, NAME -> throw new Refused(Refused.Reason.UNKNOWN);
                        case RELATED -> throw new Refused(Refused.Reason.OUTSIDE_SCOPE);
                        case WITHIN -> {
                            // may
                        }
                    }
                })
                .chain(() -> agencies.facts(agency))
                .map(Optional::orElseThrow);
    }
}
