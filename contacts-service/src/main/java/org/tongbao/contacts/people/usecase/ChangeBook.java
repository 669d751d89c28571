package org.tongbao.contacts.people.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.domain.RecordFields;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.ledger.usecase.LedgerWriter;
import org.tongbao.contacts.people.domain.BookChange;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.BookRules;
import org.tongbao.contacts.people.domain.BookTimeline;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.domain.ItemKind;
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
     * One agency's item after it was filed or removed.
     *
     * @param book as it is now
     * @param id of the item
     * @param changes of what is in force
     * @param entries of the ledger
     * @param missing whom the agency does not have yet
     */
    public record Filed(
            ContactBook book,
            UUID id,
            List<BookChange> changes,
            List<LedgerEntry> entries,
            List<BookRules.Missing> missing) {}

    /** @param id null for something new, or for what is meant by its content */
    public Uni<Filed> file(
            Caller caller,
            AgencyCode agency,
            @Nullable UUID id,
            BookItem item,
            Precondition precondition,
            EffectiveTime effectiveTime) {
        return change(
                caller,
                agency,
                book -> new RequestedChange(
                        "",
                        id == null ? idOf(book, item, precondition) : id,
                        item.getClass(),
                        item,
                        precondition,
                        effectiveTime,
                        false));
    }

    private static UUID idOf(ContactBook book, BookItem item, Precondition precondition) {
        Optional<UUID> same = precondition.kind() == Precondition.Kind.ANYTHING
                ? book.idOf(ItemKind.of(item), RecordFields.of(item))
                : Optional.empty();
        return same.orElseGet(Ids::next);
    }

    public Uni<Filed> remove(
            Caller caller,
            AgencyCode agency,
            UUID id,
            Class<? extends BookItem> kind,
            Precondition precondition,
            EffectiveTime effectiveTime) {
        return change(
                caller, agency, book -> new RequestedChange("", id, kind, null, precondition, effectiveTime, false));
    }

    private Uni<Filed> change(Caller caller, AgencyCode agency, Function<ContactBook, RequestedChange> wanted) {
        return transactions.as(caller, () -> scope.mayChange(Agencies.of(caller), agency)
                .chain(scope::rules)
                .chain(rules ->
                        books.findForUpdate(agency).chain(book -> change(caller, rules, book, wanted.apply(book)))));
    }

    private Uni<Filed> change(Caller caller, BookRules rules, ContactBook book, RequestedChange request) {
        // After the lock, so that the instants of one book's changes are in the order of its changes.
        Instant now = clock.now();
        Map<String, Instant> past = request.effectiveTime().isPast(now)
                ? Map.of(request.id().toString(), request.effectiveTime().from(now))
                : Map.of();
        return ledgerWriter
                .pending(book.agency())
                .chain(pending -> ledgerWriter.superseded(past).map(superseded -> new BookTimeline(
                                book, pending, rules, now)
                        .file(RequestedChange.marked(List.of(request), superseded))))
                .call(outcome -> ledgerWriter.carry(caller, now, outcome.edits()))
                .chain(outcome -> ledgerWriter
                        .write(caller, now, outcome.newEntries())
                        .call(() -> recorder.record(caller, outcome.changed(), now))
                        .map(entries ->
                                new Filed(book, request.id(), outcome.changes(), entries, rules.missing(book))));
    }
}
