package org.tongbao.contacts.ledger.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.RegistryTimeline;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.domain.AgencyAccess;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.ledger.domain.EntryState;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.people.domain.BookTimeline;
import org.tongbao.contacts.people.usecase.BookAccess;
import org.tongbao.contacts.people.usecase.Books;
import org.tongbao.contacts.usecase.DirectoryJournal;
import org.tongbao.contacts.usecase.Sequentially;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/** Takes back what was filed ahead, whole, while it is pending and nothing that comes later stands on it. */
@ApplicationScoped
public class WithdrawChange {
    private final Transactions transactions;
    private final Agencies agencies;
    private final Books books;
    private final BookAccess scope;
    private final Ledger ledger;
    private final LedgerWriter ledgerWriter;
    private final DirectoryJournal journal;
    private final Clock clock;

    WithdrawChange(
            Transactions transactions,
            Agencies agencies,
            Books books,
            BookAccess scope,
            Ledger ledger,
            LedgerWriter ledgerWriter,
            DirectoryJournal journal,
            Clock clock) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.books = books;
        this.scope = scope;
        this.ledger = ledger;
        this.ledgerWriter = ledgerWriter;
        this.journal = journal;
        this.clock = clock;
    }

    public Uni<Void> withdraw(Caller caller, AgencyCode agency, UUID id) {
        return transactions.as(caller, () -> ledger.find(agency, id)
                .map(found -> found.orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN)))
                .call(entry -> mayWithdraw(caller, entry))
                .call(entry -> withoutAgencies(caller, entry))
                .call(entry -> ledger.pendingBooksOf(entry.change())
                        .chain(books -> Sequentially.of(books, it -> withoutPeople(caller, entry, it))))
                .chain(entry -> mark(caller, entry)));
    }

    // An agency that is only filed for later is nobody's yet, but for who filed it.
    private Uni<Void> mayWithdraw(Caller caller, LedgerEntry entry) {
        AgencyCode by = Agencies.of(caller);
        return agencies.access(by, entry.agency())
                .chain(access -> access == AgencyAccess.NOWHERE && entry.scope().equals(by)
                        ? Uni.createFrom().voidItem()
                        : scope.mayChange(by, entry.agency()).replaceWithVoid());
    }

    private Uni<Void> withoutAgencies(Caller caller, LedgerEntry entry) {
        return ledger.pendingAgencies()
                .chain(pending -> pending.stream().noneMatch(it -> it.change().equals(entry.change()))
                        ? Uni.createFrom().voidItem()
                        : mustReachFiler(caller, entry)
                                .chain(agencies::lock)
                                .chain(() -> withoutAgencies(caller, entry.change())));
    }

    private Uni<Void> withoutAgencies(Caller caller, UUID change) {
        return ledger.pendingAgencies()
                .chain(pending -> agencies.findForUpdate(
                                pending.stream().map(LedgerEntry::agency).collect(Collectors.toSet()))
                        .invoke(registry -> new RegistryTimeline(
                                        registry, pending, Agencies.of(caller), scope::isProcedure, clock.now())
                                .withdraw(change)))
                .replaceWithVoid();
    }

    // Nobody below takes back what was decided above.
    private Uni<Void> mustReachFiler(Caller caller, LedgerEntry entry) {
        return agencies.access(Agencies.of(caller), entry.scope())
                .invoke(access -> {
                    if (access != AgencyAccess.WITHIN) {
                        throw new Refused(Refused.Reason.OUTSIDE_SCOPE);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> withoutPeople(Caller caller, LedgerEntry entry, AgencyCode book) {
        Uni<Void> mayChange = book.equals(entry.agency()) ? Uni.createFrom().voidItem() : mustReachFiler(caller, entry);
        return mayChange
                .chain(() -> agencies.facts(book))
                .chain(facts ->
                        facts.isEmpty() ? Uni.createFrom().voidItem() : withoutPeople(facts.get(), entry.change()));
    }

    private Uni<Void> withoutPeople(Agency agency, UUID change) {
        return scope.rules(agency)
                .chain(rules -> books.findForUpdate(agency.code()).chain(book -> ledger.pending(agency.code())
                        .invoke(pending -> new BookTimeline(book, pending, rules, clock.now()).withdraw(change))))
                .replaceWithVoid();
    }

    private Uni<Void> mark(Caller caller, LedgerEntry entry) {
        return ledger.pendingOf(entry.change())
                .invoke(entries -> mustBePending(entries, entry))
                .chain(entries -> Sequentially.of(entries, it -> ledger.withdraw(it, LedgerWriter.filer(caller))))
                .chain(() -> ledgerWriter.recordOf(caller, entry))
                .chain(record -> journal.record(caller, "change-withdrawn", record, Map.of("change", entry.change())));
    }

    private static void mustBePending(List<LedgerEntry> entries, LedgerEntry entry) {
        if (entries.isEmpty() || entry.state() != EntryState.PENDING) {
            throw new Refused(Refused.Reason.NOT_PENDING);
        }
    }
}
