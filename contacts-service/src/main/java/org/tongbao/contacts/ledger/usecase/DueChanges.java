package org.tongbao.contacts.ledger.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.RegistryTimeline;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.agency.usecase.AgencyRecorder;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.people.domain.BookTimeline;
import org.tongbao.contacts.people.domain.RequestedChange;
import org.tongbao.contacts.people.usecase.BookAccess;
import org.tongbao.contacts.people.usecase.BookRecorder;
import org.tongbao.contacts.people.usecase.Books;
import org.tongbao.contacts.usecase.Sequentially;
import org.tongbao.platform.time.Clock;

/** Makes a change whose time has come, held against the rules once more, in the scope of whoever filed it. */
@ApplicationScoped
class DueChanges {
    private final BookAccess scope;
    private final Agencies agencies;
    private final AgencyRecorder agencyRecorder;
    private final Books books;
    private final BookRecorder bookRecorder;
    private final LedgerWriter ledgerWriter;
    private final Ledger ledger;
    private final Clock clock;

    DueChanges(
            BookAccess scope,
            Agencies agencies,
            AgencyRecorder agencyRecorder,
            Books books,
            BookRecorder bookRecorder,
            LedgerWriter ledgerWriter,
            Ledger ledger,
            Clock clock) {
        this.scope = scope;
        this.agencies = agencies;
        this.agencyRecorder = agencyRecorder;
        this.books = books;
        this.bookRecorder = bookRecorder;
        this.ledgerWriter = ledgerWriter;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Agencies come before people: what is due first shows whether there are any. Nothing when somebody else was first. */
    Uni<Void> apply(LedgerEntry due) {
        Uni<Void> before =
                due.isOfAgency() ? applyToAgencies(due) : Uni.createFrom().voidItem();
        return before.chain(() -> ledger.pendingBooksOf(due.change()))
                .chain(codes -> Sequentially.of(codes, it -> applyToBook(due, it)))
                .replaceWithVoid();
    }

    private Uni<Void> applyToAgencies(LedgerEntry due) {
        return agencies.lock()
                .chain(() -> ledger.pendingAgenciesOf(due.change()))
                .chain(entries -> entries.isEmpty() ? Uni.createFrom().voidItem() : applyToAgencies(entries));
    }

    private Uni<Void> applyToAgencies(List<LedgerEntry> entries) {
        Set<AgencyCode> codes = entries.stream().map(LedgerEntry::agency).collect(Collectors.toSet());
        AgencyCode by = entries.get(0).scope();
        return ledgerWriter
                .supersededAgencies(since(entries))
                .map(superseded -> entries.stream()
                        .filter(it -> !superseded.contains(it.item()))
                        .toList())
                .chain(standing -> agencies.findForUpdate(codes)
                        .map(registry ->
                                registry.change(RegistryTimeline.requestedAgencies(standing), by, scope::isProcedure)))
                .chain(outcome -> agencyRecorder.record(null, outcome))
                .chain(() -> Sequentially.of(entries, ledger::takeEffect))
                .replaceWithVoid();
    }

    private Uni<Void> applyToBook(LedgerEntry due, AgencyCode agency) {
        return scope.mayChange(due.scope(), agency).chain(scope::rules).chain(rules -> books.findForUpdate(agency)
                .chain(book -> ledger.pendingOf(due.change(), agency)
                        .chain(entries ->
                                applyToBook(new BookTimeline(book, List.of(), rules, clock.now()), entries))));
    }

    private Uni<Void> applyToBook(BookTimeline timeline, List<LedgerEntry> entries) {
        return ledgerWriter
                .superseded(since(entries))
                .map(superseded -> timeline.file(RequestedChange.marked(BookTimeline.requests(entries), superseded)))
                .chain(outcome -> bookRecorder.record(null, outcome.changed(), timeline.now()))
                .chain(() -> Sequentially.of(entries, ledger::takeEffect))
                .replaceWithVoid();
    }

    private static Map<String, Instant> since(List<LedgerEntry> entries) {
        return entries.stream()
                .collect(Collectors.toMap(LedgerEntry::item, LedgerEntry::effectiveFrom, (first, last) -> last));
    }
}
