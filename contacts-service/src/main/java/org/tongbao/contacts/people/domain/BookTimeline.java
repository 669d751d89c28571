package org.tongbao.contacts.people.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.ledger.domain.Edit;
import org.tongbao.contacts.ledger.domain.Forecast;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.ledger.domain.NewLedgerEntry;

/**
 * A book from now on: what is in force, what is filed for later, and what one more filing does to both.
 *
 * @param book changes with what takes effect at once
 * @param pending in the order in which it takes effect
 */
public record BookTimeline(ContactBook book, List<LedgerEntry> pending, BookRules rules, Instant now) {
    /**
     * @param before the book as it was
     * @param changes of the book as it is now
     * @param newEntries the entries to write
     */
    public record Outcome(
            ContactBook before, ContactBook after, List<BookChange> changes, List<NewLedgerEntry> newEntries) {
        public ChangedBook changed() {
            return new ChangedBook(before, after, changes, true);
        }

        public List<Edit> edits() {
            return changes.stream().flatMap(it -> it.edit().stream()).toList();
        }
    }

    /** Files all of them or refuses all of them. */
    public Outcome file(List<RequestedChange> requests) {
        List<BookChange> changes = new ArrayList<>();
        List<NewLedgerEntry> newEntries = new ArrayList<>();
        List<ValidationError> errors = new ArrayList<>();
        List<RequestedChange> atOnce = requests.stream()
                .filter(it -> !it.effectiveTime().isPending(now))
                .toList();
        List<RequestedChange> later = requests.stream()
                .filter(it -> it.effectiveTime().isPending(now))
                .toList();
        later.forEach(this::checkPrecondition);
        ContactBook before = book.copy();
        for (RequestedChange request : atOnce) {
            if (request.effectiveTime().lacksReason(now)) {
                errors.add(ValidationError.at(request.place() + "/reason", ValidationError.Reason.REASON_MISSING));
            }
            Optional<BookChange> change =
                    request.superseded() ? Optional.empty() : fileInto(book, request, now, errors);
            change.ifPresent(changes::add);
            if (change.isPresent() || request.effectiveTime().isPast(now)) {
                newEntries.add(newEntry(request));
            }
        }
        errors.addAll(lost(before, book, atOnce));
        Refused.whenAny(errors);
        if (!later.isEmpty() || !pending.isEmpty()) {
            newEntries.addAll(ahead(
                    before, later, requests.isEmpty() ? "" : requests.get(0).place()));
        }
        return new Outcome(before, book, changes, newEntries);
    }

    /** The book as it will be at an instant, to try something out on. */
    public ContactBook at(Instant instant) {
        return forecast(book.copy(), Forecast.upTo(instant, units(pending))).after();
    }

    /** What would not be possible any more without this pending change. */
    public void withdraw(UUID change) {
        List<LedgerEntry> others =
                pending.stream().filter(it -> !it.change().equals(change)).toList();
        forecast(book, units(others)).mustBreakNoMoreThan(forecast(book, units(pending)), "");
    }

    private List<NewLedgerEntry> ahead(ContactBook before, List<RequestedChange> later, String place) {
        List<RequestedChange> requests =
                later.stream().map(RequestedChange::unconditional).toList();
        var forecast = forecast(book, Forecast.with(units(pending), requests, it -> it.effectiveTime()
                .from(now)));
        if (!forecast.refused().isEmpty()) {
            forecast.mustBreakNoMoreThan(forecast(before, units(pending)), place);
        }
        return forecast.newEntries();
    }

    private static List<Forecast.Unit<RequestedChange>> units(List<LedgerEntry> entries) {
        return Forecast.pending(entries, BookTimeline::requests);
    }

    private Forecast<ContactBook> forecast(ContactBook start, List<Forecast.Unit<RequestedChange>> units) {
        return Forecast.of(start, units, this::apply);
    }

    private Forecast.Applied<ContactBook> apply(ContactBook before, Forecast.Unit<RequestedChange> unit) {
        ContactBook into = before.copy();
        List<ValidationError> errors = new ArrayList<>();
        List<NewLedgerEntry> newEntries = unit.requests().stream()
                .filter(it -> fileInto(into, it, unit.at(), errors).isPresent())
                .map(this::newEntry)
                .toList();
        errors.addAll(lost(before, into, unit.requests()));
        Refused.whenAny(errors);
        return new Forecast.Applied<>(into, newEntries);
    }

    private Optional<BookChange> fileInto(
            ContactBook into, RequestedChange request, Instant at, List<ValidationError> errors) {
        BookItem item = request.item();
        if (item == null) {
            return Optional.of(into.remove(request.id(), request.kind(), request.precondition(), at));
        }
        errors.addAll(rules.errors(into, request.place(), request.id(), item));
        return into.file(request.id(), item, request.precondition());
    }

    // A later change says, too, which version of today it was made against.
    private void checkPrecondition(RequestedChange request) {
        var known = book.find(request.id(), BookItem.class);
        request.precondition()
                .check(
                        known.map(it -> it.revision()).orElse(null),
                        known.isEmpty() || !known.get().value().equals(request.item()));
    }

    private List<ValidationError> lost(ContactBook before, ContactBook after, List<RequestedChange> requests) {
        return rules.lost(before, after).stream()
                .map(it -> new ValidationError(
                        requests.stream()
                                .filter(request -> before.contact(request.id())
                                        .filter(held -> held.roles().contains(it.role()))
                                        .isPresent())
                                .findFirst()
                                .map(request -> request.item() == null ? request.place() : request.place() + "/roles")
                                .orElse(""),
                        ValidationError.Reason.TOO_FEW,
                        it.role().key() + " " + it.held() + "/" + it.atLeast() + " " + it.clause()))
                .toList();
    }

    private NewLedgerEntry newEntry(RequestedChange request) {
        return NewLedgerEntry.of(
                book.agency(),
                ItemKind.of(request.kind()).key(),
                request.id().toString(),
                request.item(),
                request.effectiveTime(),
                now,
                request.superseded());
    }

    /** What entries of the ledger want, to be held against the rules once more when their time comes. */
    public static List<RequestedChange> requests(List<LedgerEntry> entries) {
        return entries.stream().map(BookTimeline::request).toList();
    }

    private static RequestedChange request(LedgerEntry entry) {
        return new RequestedChange(
                "",
                UUID.fromString(entry.item()),
                ItemKind.of(entry.kind()).type(),
                (BookItem) entry.fact(),
                Precondition.ANYTHING,
                EffectiveTime.NOW,
                false);
    }
}
