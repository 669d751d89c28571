package org.tongbao.contacts.people.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.ledger.domain.Author;
import org.tongbao.contacts.ledger.domain.Edit;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.ledger.domain.NewLedgerEntry;
import org.tongbao.contacts.ledger.domain.Timeline;

/** A book from now on. */
public final class BookTimeline extends Timeline<ContactBook, RequestedChange> {
    private final BookRules rules;

    /**
     * @param book changes with what takes effect at once
     * @param pending in the order in which it takes effect
     */
    public BookTimeline(ContactBook book, List<LedgerEntry> pending, BookRules rules, Instant now) {
        super(book, pending, now);
        this.rules = rules;
    }

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
        ContactBook before = state.copy();
        for (RequestedChange request : atOnce) {
            if (request.effectiveTime().lacksReason(now)) {
                errors.add(ValidationError.at(request.place() + "/reason", ValidationError.Reason.REASON_MISSING));
            }
            Optional<BookChange> change =
                    request.superseded() ? Optional.empty() : fileInto(state, request, now, errors);
            change.ifPresent(changes::add);
            if (change.isPresent() || request.effectiveTime().isPast(now)) {
                newEntries.add(newEntry(request));
            }
        }
        errors.addAll(lost(before, state, atOnce));
        Refused.whenAny(errors);
        newEntries.addAll(ahead(
                before, state, later, requests.isEmpty() ? "" : requests.get(0).place()));
        return new Outcome(before, state, changes, newEntries);
    }

    @Override
    protected List<RequestedChange> wanted(List<LedgerEntry> entries) {
        return requests(entries);
    }

    @Override
    protected Applied<ContactBook> apply(
            ContactBook before, List<RequestedChange> requests, Instant at, @Nullable Author filedBy) {
        ContactBook into = before.copy();
        List<ValidationError> errors = new ArrayList<>();
        List<NewLedgerEntry> newEntries = requests.stream()
                .filter(it -> fileInto(into, it, at, errors).isPresent())
                .map(this::newEntry)
                .toList();
        errors.addAll(lost(before, into, requests));
        Refused.whenAny(errors);
        return new Applied<>(into, newEntries);
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
        var known = state.find(request.id(), BookItem.class);
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
                state.agency(),
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
