package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.RegistryTimeline;
import org.tongbao.contacts.domain.ledger.Line;
import org.tongbao.contacts.domain.people.BookTimeline;
import org.tongbao.contacts.domain.people.Wish;
import org.tongbao.platform.time.Clock;

/** Makes a change whose time has come, held against the rules once more, in the scope of whoever filed it. */
@ApplicationScoped
class DueChanges {
    private final BookScope scope;
    private final Agencies agencies;
    private final AgencyRecorder agencyRecorder;
    private final Books books;
    private final BookRecorder bookRecorder;
    private final FilingOffice office;
    private final Ledger ledger;
    private final Clock clock;

    DueChanges(
            BookScope scope,
            Agencies agencies,
            AgencyRecorder agencyRecorder,
            Books books,
            BookRecorder bookRecorder,
            FilingOffice office,
            Ledger ledger,
            Clock clock) {
        this.scope = scope;
        this.agencies = agencies;
        this.agencyRecorder = agencyRecorder;
        this.books = books;
        this.bookRecorder = bookRecorder;
        this.office = office;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Agencies come before people: what is due first tells whether there are any. Nothing when somebody else was first. */
    Uni<Void> apply(Line due) {
        Uni<Void> before =
                due.isOfAgency() ? applyToAgencies(due) : Uni.createFrom().voidItem();
        return before.chain(() -> ledger.pendingBooksOf(due.change()))
                .chain(codes -> EachInTurn.of(codes, it -> applyToBook(due, it)))
                .replaceWithVoid();
    }

    private Uni<Void> applyToAgencies(Line due) {
        return agencies.lock()
                .chain(() -> ledger.pendingAgenciesOf(due.change()))
                .chain(lines -> lines.isEmpty() ? Uni.createFrom().voidItem() : applyToAgencies(lines));
    }

    private Uni<Void> applyToAgencies(List<Line> lines) {
        Set<AgencyCode> codes = lines.stream().map(Line::agency).collect(Collectors.toSet());
        AgencyCode by = lines.get(0).scope();
        return office.overtakenAgencies(since(lines))
                .map(overtaken -> lines.stream()
                        .filter(it -> !overtaken.contains(it.item()))
                        .toList())
                .chain(standing -> agencies.findForUpdate(codes)
                        .map(registry -> registry.change(RegistryTimeline.proposals(standing), by, scope::isProcedure)))
                .chain(outcome -> agencyRecorder.record(null, outcome))
                .chain(() -> EachInTurn.of(lines, ledger::takeEffect))
                .replaceWithVoid();
    }

    private Uni<Void> applyToBook(Line due, AgencyCode agency) {
        return scope.mayChange(due.scope(), agency).chain(scope::rules).chain(rules -> books.findForUpdate(agency)
                .chain(book -> ledger.pendingOf(due.change(), agency)
                        .chain(lines -> applyToBook(new BookTimeline(book, List.of(), rules, clock.now()), lines))));
    }

    private Uni<Void> applyToBook(BookTimeline timeline, List<Line> lines) {
        return office.overtaken(since(lines))
                .map(overtaken -> timeline.file(Wish.marked(BookTimeline.wishes(lines), overtaken)))
                .chain(outcome -> bookRecorder.record(null, outcome.changed(), timeline.now()))
                .chain(() -> EachInTurn.of(lines, ledger::takeEffect))
                .replaceWithVoid();
    }

    private static Map<String, Instant> since(List<Line> lines) {
        return lines.stream().collect(Collectors.toMap(Line::item, Line::effectiveFrom, (first, last) -> last));
    }
}
