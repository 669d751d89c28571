package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongbao.contacts.domain.Reach;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.agency.Agency;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.RegistryTimeline;
import org.tongbao.contacts.domain.ledger.Line;
import org.tongbao.contacts.domain.ledger.State;
import org.tongbao.contacts.domain.people.BookTimeline;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/** Takes back what was filed ahead, whole, while it is pending and nothing that comes later stands on it. */
@ApplicationScoped
public class WithdrawChange {
    private final Transactions transactions;
    private final Agencies agencies;
    private final Books books;
    private final BookScope scope;
    private final Ledger ledger;
    private final FilingOffice office;
    private final DirectoryJournal journal;
    private final Clock clock;

    WithdrawChange(
            Transactions transactions,
            Agencies agencies,
            Books books,
            BookScope scope,
            Ledger ledger,
            FilingOffice office,
            DirectoryJournal journal,
            Clock clock) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.books = books;
        this.scope = scope;
        this.ledger = ledger;
        this.office = office;
        this.journal = journal;
        this.clock = clock;
    }

    public Uni<Void> withdraw(Caller caller, AgencyCode agency, UUID id) {
        return transactions.as(caller, () -> ledger.find(agency, id)
                .map(found -> found.orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN)))
                .call(line -> mayWithdraw(caller, line))
                .call(line -> withoutAgencies(caller, line))
                .call(line -> ledger.pendingBooksOf(line.change())
                        .chain(books -> EachInTurn.of(books, it -> withoutPeople(caller, line, it))))
                .chain(line -> mark(caller, line)));
    }

    // An agency that is only filed for later is nobody's yet, but for who filed it.
    private Uni<Void> mayWithdraw(Caller caller, Line line) {
        AgencyCode by = Agencies.of(caller);
        return agencies.reach(by, line.agency())
                .chain(reach -> reach == Reach.NOWHERE && line.scope().equals(by)
                        ? Uni.createFrom().voidItem()
                        : scope.mayChange(by, line.agency()).replaceWithVoid());
    }

    private Uni<Void> withoutAgencies(Caller caller, Line line) {
        return ledger.pendingAgencies()
                .chain(pending -> pending.stream().noneMatch(it -> it.change().equals(line.change()))
                        ? Uni.createFrom().voidItem()
                        : mustReachFiler(caller, line)
                                .chain(agencies::lock)
                                .chain(() -> withoutAgencies(caller, line.change())));
    }

    private Uni<Void> withoutAgencies(Caller caller, UUID change) {
        return ledger.pendingAgencies()
                .chain(pending -> agencies.findForUpdate(
                                pending.stream().map(Line::agency).collect(Collectors.toSet()))
                        .invoke(registry -> new RegistryTimeline(
                                        registry, pending, Agencies.of(caller), scope::isProcedure, clock.now())
                                .withdraw(change)))
                .replaceWithVoid();
    }

    // Nobody below takes back what was decided above.
    private Uni<Void> mustReachFiler(Caller caller, Line line) {
        return agencies.reach(Agencies.of(caller), line.scope())
                .invoke(reach -> {
                    if (reach != Reach.WITHIN) {
                        throw new Refused(Refused.Reason.OUTSIDE_SCOPE);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> withoutPeople(Caller caller, Line line, AgencyCode book) {
        Uni<Void> mayChange = book.equals(line.agency()) ? Uni.createFrom().voidItem() : mustReachFiler(caller, line);
        return mayChange
                .chain(() -> agencies.facts(book))
                .chain(facts ->
                        facts.isEmpty() ? Uni.createFrom().voidItem() : withoutPeople(facts.get(), line.change()));
    }

    private Uni<Void> withoutPeople(Agency agency, UUID change) {
        return scope.rules(agency)
                .chain(rules -> books.findForUpdate(agency.code()).chain(book -> ledger.pending(agency.code())
                        .invoke(pending -> new BookTimeline(book, pending, rules, clock.now()).withdraw(change))))
                .replaceWithVoid();
    }

    private Uni<Void> mark(Caller caller, Line line) {
        return ledger.pendingOf(line.change())
                .invoke(lines -> mustBePending(lines, line))
                .chain(lines -> EachInTurn.of(lines, it -> ledger.withdraw(it, FilingOffice.filer(caller))))
                .chain(() -> office.recordOf(caller, line))
                .chain(record -> journal.record(caller, "change-withdrawn", record, Map.of("change", line.change())));
    }

    private static void mustBePending(List<Line> lines, Line line) {
        if (lines.isEmpty() || line.state() != State.PENDING) {
            throw new Refused(Refused.Reason.NOT_PENDING);
        }
    }
}
