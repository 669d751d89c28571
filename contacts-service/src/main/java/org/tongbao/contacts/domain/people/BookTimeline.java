package org.tongbao.contacts.domain.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contacts.domain.Expectation;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.Timing;
import org.tongbao.contacts.domain.ledger.Draft;
import org.tongbao.contacts.domain.ledger.Edit;
import org.tongbao.contacts.domain.ledger.Forecast;
import org.tongbao.contacts.domain.ledger.Line;

/**
 * A book from now on: what is in force, what is filed for later, and what one more filing does to both.
 *
 * @param book changes with what takes effect at once
 * @param pending in the order in which it takes effect
 */
public record BookTimeline(ContactBook book, List<Line> pending, BookRules rules, Instant now) {
    /**
     * @param before the book as it was
     * @param changes of the book as it is now
     * @param drafts the lines to write
     */
    public record Outcome(ContactBook before, ContactBook after, List<BookChange> changes, List<Draft> drafts) {
        public ChangedBook changed() {
            return new ChangedBook(before, after, changes, true);
        }

        public List<Edit> edits() {
            return changes.stream().flatMap(it -> it.edit().stream()).toList();
        }
    }

    /** Files all of them or refuses all of them. */
    public Outcome file(List<Wish> wishes) {
        List<BookChange> changes = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<Wish> atOnce =
                wishes.stream().filter(it -> !it.timing().isPending(now)).toList();
        List<Wish> later =
                wishes.stream().filter(it -> it.timing().isPending(now)).toList();
        later.forEach(this::checkExpectation);
        ContactBook before = book.copy();
        for (Wish wish : atOnce) {
            if (wish.timing().lacksReason(now)) {
                faults.add(Fault.at(wish.place() + "/reason", Fault.Reason.REASON_MISSING));
            }
            Optional<BookChange> change = wish.overtaken() ? Optional.empty() : fileInto(book, wish, now, faults);
            change.ifPresent(changes::add);
            if (change.isPresent() || wish.timing().isPast(now)) {
                drafts.add(draft(wish));
            }
        }
        faults.addAll(lost(before, book, atOnce));
        Refused.whenAny(faults);
        if (!later.isEmpty() || !pending.isEmpty()) {
            drafts.addAll(
                    ahead(before, later, wishes.isEmpty() ? "" : wishes.get(0).place()));
        }
        return new Outcome(before, book, changes, drafts);
    }

    /** The book as it will be at an instant, to try something out on. */
    public ContactBook at(Instant instant) {
        return forecast(book.copy(), Forecast.upTo(instant, units(pending))).after();
    }

    /** What would not be possible any more without this pending change. */
    public void withdraw(UUID change) {
        List<Line> others =
                pending.stream().filter(it -> !it.change().equals(change)).toList();
        forecast(book, units(others)).mustBreakNoMoreThan(forecast(book, units(pending)), "");
    }

    private List<Draft> ahead(ContactBook before, List<Wish> later, String place) {
        List<Wish> wishes = later.stream().map(Wish::unconditional).toList();
        var forecast = forecast(
                book, Forecast.with(units(pending), wishes, it -> it.timing().from(now)));
        if (!forecast.refused().isEmpty()) {
            forecast.mustBreakNoMoreThan(forecast(before, units(pending)), place);
        }
        return forecast.drafts();
    }

    private static List<Forecast.Unit<Wish>> units(List<Line> lines) {
        return Forecast.pending(lines, BookTimeline::wishes);
    }

    private Forecast<ContactBook> forecast(ContactBook start, List<Forecast.Unit<Wish>> units) {
        return Forecast.of(start, units, this::apply);
    }

    private Forecast.Applied<ContactBook> apply(ContactBook before, Forecast.Unit<Wish> unit) {
        ContactBook into = before.copy();
        List<Fault> faults = new ArrayList<>();
        List<Draft> drafts = unit.requests().stream()
                .filter(it -> fileInto(into, it, unit.at(), faults).isPresent())
                .map(this::draft)
                .toList();
        faults.addAll(lost(before, into, unit.requests()));
        Refused.whenAny(faults);
        return new Forecast.Applied<>(into, drafts);
    }

    private Optional<BookChange> fileInto(ContactBook into, Wish wish, Instant at, List<Fault> faults) {
        Item item = wish.item();
        if (item == null) {
            return Optional.of(into.remove(wish.id(), wish.kind(), wish.expectation(), at));
        }
        faults.addAll(rules.faults(into, wish.place(), wish.id(), item));
        return into.file(wish.id(), item, wish.expectation());
    }

    // A later change says, too, which version of today it was made against.
    private void checkExpectation(Wish wish) {
        var known = book.find(wish.id(), Item.class);
        wish.expectation()
                .check(
                        known.map(it -> it.revision()).orElse(null),
                        known.isEmpty() || !known.get().value().equals(wish.item()));
    }

    private List<Fault> lost(ContactBook before, ContactBook after, List<Wish> wishes) {
        return rules.lost(before, after).stream()
                .map(it -> new Fault(
                        wishes.stream()
                                .filter(wish -> before.contact(wish.id())
                                        .filter(held -> held.roles().contains(it.role()))
                                        .isPresent())
                                .findFirst()
                                .map(wish -> wish.item() == null ? wish.place() : wish.place() + "/roles")
                                .orElse(""),
                        Fault.Reason.TOO_FEW,
                        it.role().key() + " " + it.held() + "/" + it.atLeast() + " " + it.clause()))
                .toList();
    }

    private Draft draft(Wish wish) {
        return Draft.of(
                book.agency(),
                Kind.of(wish.kind()).key(),
                wish.id().toString(),
                wish.item(),
                wish.timing(),
                now,
                wish.overtaken());
    }

    /** What lines of the ledger want, to be held against the rules once more when their time comes. */
    public static List<Wish> wishes(List<Line> lines) {
        return lines.stream().map(BookTimeline::wish).toList();
    }

    private static Wish wish(Line line) {
        return new Wish(
                "",
                UUID.fromString(line.item()),
                Kind.of(line.kind()).type(),
                (Item) line.fact(),
                Expectation.ANYTHING,
                Timing.NOW,
                false);
    }
}
