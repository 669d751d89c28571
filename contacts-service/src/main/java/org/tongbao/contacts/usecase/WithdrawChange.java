package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongbao.contacts.domain.Reach;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.RegistryTimeline;
import org.tongbao.contacts.domain.ledger.Line;
import org.tongbao.contacts.domain.ledger.State;
import org.tongbao.contacts.domain.people.BookTimeline;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;
import org.tongbao.platform.time.Clock;

/** Takes back what was filed ahead, whole, while it is pending and nothing that comes later stands on it. */
@ApplicationScoped
public class WithdrawChange {
    private final Transactions transactions;
    private final Agencies agencies;
    private final Books books;
    private final BookScope scope;
    private final Ledger ledger;
    private final Procedures procedures;
    private final Journal journal;
    private final Clock clock;

    WithdrawChange(
            Transactions transactions,
            Agencies agencies,
            Books books,
            BookScope scope,
            Ledger ledger,
            Procedures procedures,
            Journal journal,
            Clock clock) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.books = books;
        this.scope = scope;
        this.ledger = ledger;
        this.procedures = procedures;
        this.journal = journal;
        this.clock = clock;
    }

    public Uni<Void> withdraw(Caller caller, AgencyCode agency, UUID id) {
        return transactions.as(caller, () -> scope.mayChange(Agencies.of(caller), agency)
                .chain(() -> ledger.find(agency, id))
                .map(found -> found.orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN)))
                .chain(line -> ApplyDueChanges.isOfAgencies(line)
                        ? withdrawAgencies(caller, line)
                        : withdrawPeople(caller, line)));
    }

    // Nobody below takes back what was decided above.
    private Uni<Void> withdrawAgencies(Caller caller, Line line) {
        return agencies.reach(Agencies.of(caller), Scope.of(line))
                .invoke(reach -> {
                    if (reach != Reach.WITHIN) {
                        throw new Refused(Refused.Reason.OUTSIDE_SCOPE);
                    }
                })
                .chain(agencies::lock)
                .chain(ledger::pendingAgencies)
                .chain(pending -> agencies.open(
                                pending.stream().map(Line::agency).collect(Collectors.toSet()))
                        .invoke(registry -> new RegistryTimeline(
                                        registry,
                                        pending,
                                        Agencies.of(caller),
                                        it -> procedures.byId(it).isPresent(),
                                        clock.now())
                                .withdraw(line.change())))
                .chain(() -> mark(caller, line));
    }

    private Uni<Void> withdrawPeople(Caller caller, Line line) {
        return scope.mayChange(Agencies.of(caller), line.agency())
                .chain(scope::rules)
                .chain(rules -> books.open(line.agency()).chain(book -> ledger.pending(line.agency())
                        .invoke(pending ->
                                new BookTimeline(book, pending, rules, clock.now()).withdraw(line.change()))))
                .chain(() -> mark(caller, line));
    }

    private Uni<Void> mark(Caller caller, Line line) {
        return ledger.pendingWith(line)
                .invoke(lines -> mustBePending(lines, line))
                .chain(lines -> EachInTurn.of(lines, it -> ledger.withdraw(it, FilingOffice.filer(caller))))
                .chain(() -> journal.note(
                        caller,
                        new Journal.Entry(
                                "change-withdrawn",
                                line.agency().value(),
                                null,
                                null,
                                Map.of("change", line.change()))));
    }

    private static void mustBePending(List<Line> lines, Line line) {
        if (lines.isEmpty() || line.state() != State.PENDING) {
            throw new Refused(Refused.Reason.NOT_PENDING);
        }
    }
}
