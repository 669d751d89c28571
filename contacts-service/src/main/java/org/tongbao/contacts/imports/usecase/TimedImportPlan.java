package org.tongbao.contacts.imports.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.Registry;
import org.tongbao.contacts.agency.domain.RegistryTimeline;
import org.tongbao.contacts.agency.domain.RequestedAgency;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.imports.domain.BookImport;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.ledger.domain.NewLedgerEntry;
import org.tongbao.contacts.people.domain.BookRules;
import org.tongbao.contacts.people.domain.BookTimeline;
import org.tongbao.contacts.people.domain.ChangedBook;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.domain.RequestedChange;
import org.tongbao.contracts.procedure.Procedures;

/** Works out what a document for a stated time means for the directory of that time, and what is filed of it. */
final class TimedImportPlan {
    private final Found found;
    private final Procedures procedures;
    private final EffectiveTime effectiveTime;
    private final Instant now;

    TimedImportPlan(Found found, Procedures procedures, EffectiveTime effectiveTime, Instant now) {
        this.found = found;
        this.procedures = procedures;
        this.effectiveTime = effectiveTime;
        this.now = now;
    }

    /**
     * The directory as it is.
     *
     * @param pending of all agencies
     * @param pendingOfBooks of the books that the document names
     */
    record Found(
            AgencyCode by,
            Registry registry,
            List<LedgerEntry> pending,
            Map<AgencyCode, ContactBook> books,
            Map<AgencyCode, List<LedgerEntry>> pendingOfBooks) {
        private ContactBook book(AgencyCode code) {
            return books.getOrDefault(code, new ContactBook(code, 0, Map.of()));
        }

        private BookTimeline timeline(AgencyCode code, BookRules rules, Instant now) {
            return new BookTimeline(book(code), pendingOfBooks.getOrDefault(code, List.of()), rules, now);
        }
    }

    /**
     * Of what something filed for later is in force already.
     *
     * @param items by id
     */
    record Superseded(Set<AgencyCode> agencies, Set<String> items) {}

    /** What the document means for the directory of its time. */
    ImportPlan.Result meaning(ImportDirectory.Document document) {
        Instant then = effectiveTime.from(now);
        Map<AgencyCode, ContactBook> books = new HashMap<>();
        // Rules are asked by the plan, of the book that comes out of it.
        var noRules = new BookRules(Map.of(), List.of(), Set.of());
        found.books()
                .keySet()
                .forEach(it ->
                        books.put(it, found.timeline(it, noRules, now).at(then).copy()));
        return new ImportPlan(found.by(), timeline().at(then), procedures).of(document, books);
    }

    private RegistryTimeline timeline() {
        return new RegistryTimeline(
                found.registry(),
                found.pending(),
                found.by(),
                it -> procedures.byId(it).isPresent(),
                now);
    }

    ImportResult file(ImportPlan.Result meaning, Superseded superseded) {
        List<ValidationError> errors = new ArrayList<>(meaning.errors());
        if (effectiveTime.lacksReason(now)) {
            errors.add(ValidationError.at("query:reason", ValidationError.Reason.REASON_MISSING));
        }
        meaning.books().forEach((code, book) -> errors.addAll(outside(code, book)));
        List<NewLedgerEntry> newEntries = new ArrayList<>();
        List<ChangedBook> books = new ArrayList<>();
        Registry.Outcome agencies = new Registry.Outcome(List.of(), false);
        if (!errors.isEmpty()) {
            return new ImportResult(meaning, agencies, books, newEntries, errors);
        }
        try {
            RegistryTimeline.Outcome filed = timeline().file(requestedAgencies(meaning), superseded.agencies());
            agencies = filed.now();
            newEntries.addAll(filed.newEntries());
        } catch (Refused no) {
            errors.addAll(errors(no));
        }
        for (Map.Entry<AgencyCode, BookImport> it : meaning.books().entrySet()) {
            try {
                BookTimeline.Outcome filed = found.timeline(
                                it.getKey(), it.getValue().rules(), now)
                        .file(requests(it.getValue(), superseded.items()));
                books.add(filed.changed());
                newEntries.addAll(filed.newEntries());
            } catch (Refused no) {
                errors.addAll(errors(no));
            }
        }
        return new ImportResult(meaning, agencies, books, newEntries, errors);
    }

    // Whoever will be in scope by then is not yet: a stranger's people are filed by nobody.
    private List<ValidationError> outside(AgencyCode code, BookImport book) {
        boolean isOpen = !found.registry().hierarchy().knows(code)
                || found.registry().hierarchy().isWithin(code, found.by());
        return isOpen
                ? List.of()
                : book.items().stream()
                        .map(it -> new ValidationError(
                                it.place() + "/agency", ValidationError.Reason.OUTSIDE_SCOPE, code.value()))
                        .toList();
    }

    private static List<ValidationError> errors(Refused no) {
        if (no.errors().isEmpty()) {
            throw no;
        }
        return no.errors();
    }

    private List<RequestedAgency> requestedAgencies(ImportPlan.Result meaning) {
        return meaning.requestedAgencies().stream()
                .map(it -> new RequestedAgency(it.place(), it.agency(), Precondition.ANYTHING, effectiveTime))
                .toList();
    }

    private List<RequestedChange> requests(BookImport book, Set<String> superseded) {
        return book.items().stream()
                .map(it -> new RequestedChange(
                        it.place(),
                        it.id(),
                        it.after().value().getClass(),
                        it.after().value(),
                        Precondition.ANYTHING,
                        effectiveTime,
                        superseded.contains(it.id().toString())))
                .toList();
    }
}
