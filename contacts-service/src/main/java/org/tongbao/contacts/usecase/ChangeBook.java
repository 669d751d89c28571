package org.tongbao.contacts.usecase;

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
import org.tongbao.contacts.domain.Expectation;
import org.tongbao.contacts.domain.Timing;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.ledger.Line;
import org.tongbao.contacts.domain.people.BookChange;
import org.tongbao.contacts.domain.people.BookRules;
import org.tongbao.contacts.domain.people.BookTimeline;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.Item;
import org.tongbao.contacts.domain.people.Wish;
import org.tongbao.contracts.Ids;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/** Files, changes and removes people, deputies, absences and shifts, and publishes the book they stand in. */
@ApplicationScoped
public class ChangeBook {
    private final Transactions transactions;
    private final BookScope scope;
    private final Books books;
    private final BookRecorder recorder;
    private final FilingOffice office;
    private final Clock clock;

    ChangeBook(
            Transactions transactions,
            BookScope scope,
            Books books,
            BookRecorder recorder,
            FilingOffice office,
            Clock clock) {
        this.transactions = transactions;
        this.scope = scope;
        this.books = books;
        this.recorder = recorder;
        this.office = office;
        this.clock = clock;
    }

    /**
     * One agency's filings after they were done.
     *
     * @param book as it is now
     * @param ids in the order of the filings
     * @param changes of what is in force
     * @param lines of the ledger
     * @param missing whom the agency does not have yet
     */
    public record Filed(
            ContactBook book,
            List<UUID> ids,
            List<BookChange> changes,
            List<Line> lines,
            List<BookRules.Missing> missing) {}

    /** Files all of them or none. */
    public Uni<Filed> file(Caller caller, AgencyCode agency, List<Filing> filings) {
        return change(caller, agency, book -> wishes(book, filings));
    }

    public Uni<Filed> remove(
            Caller caller,
            AgencyCode agency,
            UUID id,
            Class<? extends Item> kind,
            Expectation expectation,
            Timing timing) {
        return change(caller, agency, book -> List.of(new Wish("", id, kind, null, expectation, timing, false)));
    }

    private Uni<Filed> change(Caller caller, AgencyCode agency, Function<ContactBook, List<Wish>> wanted) {
        return transactions.as(caller, () -> scope.mayChange(Agencies.of(caller), agency)
                .chain(scope::rules)
                .chain(rules ->
                        books.findForUpdate(agency).chain(book -> change(caller, rules, book, wanted.apply(book)))));
    }

    private Uni<Filed> change(Caller caller, BookRules rules, ContactBook book, List<Wish> wishes) {
        // After the lock, so that the instants of one book's changes are in the order of its changes.
        Instant now = clock.now();
        List<UUID> ids = wishes.stream().map(Wish::id).toList();
        return office.pending(book.agency())
                .chain(pending -> office.overtaken(past(wishes, now))
                        .map(overtaken ->
                                new BookTimeline(book, pending, rules, now).file(Wish.marked(wishes, overtaken))))
                .call(outcome -> office.carry(caller, now, outcome.edits()))
                .chain(outcome -> office.write(caller, now, outcome.drafts())
                        .call(() -> recorder.record(caller, outcome.changed(), now))
                        .map(lines -> new Filed(book, ids, outcome.changes(), lines, rules.missing(book))));
    }

    private static Map<String, Instant> past(List<Wish> wishes, Instant now) {
        Map<String, Instant> past = new HashMap<>();
        wishes.stream()
                .filter(it -> it.timing().isPast(now))
                .forEach(it -> past.put(it.id().toString(), it.timing().from(now)));
        return past;
    }

    private static List<Wish> wishes(ContactBook book, List<Filing> filings) {
        List<Wish> wishes = new ArrayList<>();
        for (Filing filing : filings) {
            Item item = filing.item();
            wishes.add(new Wish(
                    filing.place(),
                    idOf(book, filing),
                    item.getClass(),
                    item,
                    filing.expectation(),
                    filing.timing(),
                    false));
        }
        return wishes;
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
}
