package org.tongbao.contacts.people.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.ledger.usecase.LedgerWriter;
import org.tongbao.contacts.people.domain.BookChange;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.BookRules;
import org.tongbao.contacts.people.domain.BookTimeline;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.domain.RequestedChange;
import org.tongbao.contracts.Ids;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/** Files, changes and removes people, deputies, absences and shifts, and publishes the book they stand in. */
@ApplicationScoped
public class ChangeBook {
    private final Transactions transactions;
    private final BookAccess scope;
    private final Books books;
    private final BookRecorder recorder;
    private final LedgerWriter ledgerWriter;
    private final Clock clock;

    ChangeBook(
            Transactions transactions,
            BookAccess scope,
            Books books,
            BookRecorder recorder,
            LedgerWriter ledgerWriter,
            Clock clock) {
        this.transactions = transactions;
        this.scope = scope;
        this.books = books;
        this.recorder = recorder;
        this.ledgerWriter = ledgerWriter;
        this.clock = clock;
    }

    /**
     * One agency's requestedItems after they were done.
     *
     * @param book as it is now
     * @param ids in the order of the requestedItems
     * @param changes of what is in force
     * @param entries of the ledger
     * @param missing whom the agency does not have yet
     */
    public record Filed(
            ContactBook book,
            List<UUID> ids,
            List<BookChange> changes,
            List<LedgerEntry> entries,
            List<BookRules.Missing> missing) {}

    /** Files all of them or none. */
    public Uni<Filed> file(Caller caller, AgencyCode agency, List<RequestedItem> requestedItems) {
        return change(caller, agency, book -> requests(book, requestedItems));
    }

    public Uni<Filed> remove(
            Caller caller,
            AgencyCode agency,
            UUID id,
            Class<? extends BookItem> kind,
            Precondition precondition,
            EffectiveTime effectiveTime) {
        return change(
                caller,
                agency,
                book -> List.of(new RequestedChange("", id, kind, null, precondition, effectiveTime, false)));
    }

    private Uni<Filed> change(Caller caller, AgencyCode agency, Function<ContactBook, List<RequestedChange>> wanted) {
        return transactions.as(caller, () -> scope.mayChange(Agencies.of(caller), agency)
                .chain(scope::rules)
                .chain(rules ->
                        books.findForUpdate(agency).chain(book -> change(caller, rules, book, wanted.apply(book)))));
    }

    private Uni<Filed> change(Caller caller, BookRules rules, ContactBook book, List<RequestedChange> requests) {
        // After the lock, so that the instants of one book's changes are in the order of its changes.
        Instant now = clock.now();
        List<UUID> ids = requests.stream().map(RequestedChange::id).toList();
        return ledgerWriter
                .pending(book.agency())
                .chain(pending -> ledgerWriter.superseded(past(requests, now)).map(superseded -> new BookTimeline(
                                book, pending, rules, now)
                        .file(RequestedChange.marked(requests, superseded))))
                .call(outcome -> ledgerWriter.carry(caller, now, outcome.edits()))
                .chain(outcome -> ledgerWriter
                        .write(caller, now, outcome.newEntries())
                        .call(() -> recorder.record(caller, outcome.changed(), now))
                        .map(entries -> new Filed(book, ids, outcome.changes(), entries, rules.missing(book))));
    }

    private static Map<String, Instant> past(List<RequestedChange> requests, Instant now) {
        Map<String, Instant> past = new HashMap<>();
        requests.stream()
                .filter(it -> it.effectiveTime().isPast(now))
                .forEach(it -> past.put(it.id().toString(), it.effectiveTime().from(now)));
        return past;
    }

    private static List<RequestedChange> requests(ContactBook book, List<RequestedItem> requestedItems) {
        List<RequestedChange> requests = new ArrayList<>();
        for (RequestedItem filing : requestedItems) {
            BookItem item = filing.item();
            requests.add(new RequestedChange(
                    filing.place(),
                    idOf(book, filing),
                    item.getClass(),
                    item,
                    filing.precondition(),
                    filing.effectiveTime(),
                    false));
        }
        return requests;
    }

    private static UUID idOf(ContactBook book, RequestedItem filing) {
        if (filing.id() != null) {
            return filing.id();
        }
        Optional<UUID> same = filing.precondition().kind() == Precondition.Kind.ANYTHING
                ? book.idOfSame(filing.item())
                : Optional.empty();
        return same.orElseGet(Ids::next);
    }
}
