package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.ledger.Line;
import org.tongbao.contacts.domain.people.BookRules;
import org.tongbao.contacts.domain.people.BookTimeline;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.platform.time.Clock;

/** People whose change is due, held against the rules once more, in the scope of whoever filed it. */
@ApplicationScoped
class DueBooks {
    private final BookScope scope;
    private final PublishedBooks books;
    private final FilingOffice office;
    private final Ledger ledger;
    private final Clock clock;

    DueBooks(BookScope scope, PublishedBooks books, FilingOffice office, Ledger ledger, Clock clock) {
        this.scope = scope;
        this.books = books;
        this.office = office;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Every book of the change. Nothing when somebody else was first. */
    Uni<Void> take(Line due) {
        return ledger.pendingBooksOf(due.change())
                .chain(agencies -> EachInTurn.of(agencies, it -> take(due, it)))
                .replaceWithVoid();
    }

    private Uni<Void> take(Line due, AgencyCode agency) {
        return scope.mayChange(Scope.of(due), agency).chain(scope::rules).chain(rules -> books.open(agency)
                .chain(book -> ledger.pendingOf(due.change(), agency).chain(lines -> take(rules, book, lines))));
    }

    private Uni<Void> take(BookRules rules, ContactBook book, List<Line> lines) {
        Instant now = clock.now();
        Map<String, Instant> since = new HashMap<>();
        lines.forEach(it -> since.put(it.item(), it.effectiveFrom()));
        return office.overtaken(since)
                .map(overtaken -> new BookTimeline(book, List.of(), rules, now)
                        .file(ChangeBook.marked(BookTimeline.wishes(lines), overtaken)))
                .chain(outcome -> books.save(null, book, outcome, now))
                .chain(() -> EachInTurn.of(lines, ledger::takeEffect))
                .replaceWithVoid();
    }
}
