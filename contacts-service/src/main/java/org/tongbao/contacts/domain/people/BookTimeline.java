package org.tongbao.contacts.domain.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.tongbao.contacts.domain.Expectation;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.Timing;
import org.tongbao.contacts.domain.ledger.Draft;
import org.tongbao.contacts.domain.ledger.Edit;
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

    /** Items filed for one instant at once; {@code called} is empty for what is filed just now. */
    private record Unit(Instant at, List<Wish> wishes, String called) {
        boolean isNew() {
            return called.isEmpty();
        }
    }

    private record Run(Map<String, Instant> refused, List<Draft> drafts, ContactBook after) {}

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
        return run(
                        book.copy(),
                        units().stream().filter(it -> !it.at().isAfter(instant)).toList())
                .after();
    }

    /** What would not be possible any more without this pending change. */
    public void withdraw(UUID change) {
        var without = new BookTimeline(
                book, pending.stream().filter(it -> !it.change().equals(change)).toList(), rules, now);
        Refused.whenAny(broken(without.run(book, without.units()), run(book, units()), ""));
    }

    private List<Draft> ahead(ContactBook before, List<Wish> later, String place) {
        List<Unit> units = new ArrayList<>(units());
        Map<Instant, List<Wish>> byTime = new TreeMap<>();
        later.forEach(it -> byTime.computeIfAbsent(it.timing().from(now), ignored -> new ArrayList<>())
                .add(it.unconditional()));
        byTime.forEach((at, wishes) -> units.add(new Unit(at, wishes, "")));
        Run run = run(book, units);
        if (!run.refused().isEmpty()) {
            Refused.whenAny(broken(run, run(before, units()), place));
        }
        return run.drafts();
    }

    /** Lets everything take effect in its order; what is new must pass, what was pending before is only noted. */
    private Run run(ContactBook start, List<Unit> unordered) {
        Map<String, Instant> refused = new LinkedHashMap<>();
        List<Draft> drafts = new ArrayList<>();
        ContactBook ahead = start;
        List<Unit> units = new ArrayList<>(unordered);
        // Stable: of the same instant, what was filed first comes first.
        units.sort(Comparator.comparing(Unit::at));
        for (Unit unit : units) {
            ContactBook tried = ahead.copy();
            try {
                List<Wish> changing = take(tried, unit);
                if (unit.isNew()) {
                    changing.forEach(it -> drafts.add(draft(it)));
                }
                ahead = tried;
            } catch (Refused no) {
                if (unit.isNew()) {
                    throw no;
                }
                refused.put(unit.called(), unit.at());
            }
        }
        return new Run(refused, drafts, ahead);
    }

    /** The wishes that changed something. */
    private List<Wish> take(ContactBook into, Unit unit) {
        List<Fault> faults = new ArrayList<>();
        ContactBook before = into.copy();
        List<Wish> changing = unit.wishes().stream()
                .filter(it -> fileInto(into, it, unit.at(), faults).isPresent())
                .toList();
        faults.addAll(lost(before, into, unit.wishes()));
        Refused.whenAny(faults);
        return changing;
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

    private static List<Fault> broken(Run with, Run without, String place) {
        Set<String> broken = new HashSet<>(with.refused().keySet());
        broken.removeAll(without.refused().keySet());
        return broken.stream()
                .sorted()
                .map(it -> new Fault(
                        place,
                        Fault.Reason.BREAKS_WHAT_IS_PENDING,
                        it + " " + with.refused().get(it)))
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

    private List<Unit> units() {
        Map<UUID, List<Line>> changes = new LinkedHashMap<>();
        pending.forEach(it -> changes.computeIfAbsent(it.change(), ignored -> new ArrayList<>())
                .add(it));
        return changes.entrySet().stream()
                .map(it -> new Unit(
                        it.getValue().get(0).effectiveFrom(),
                        wishes(it.getValue()),
                        it.getKey().toString()))
                .toList();
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
