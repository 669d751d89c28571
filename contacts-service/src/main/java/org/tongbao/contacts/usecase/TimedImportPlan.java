package org.tongbao.contacts.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongbao.contacts.domain.Expectation;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.Timing;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.Proposal;
import org.tongbao.contacts.domain.agency.Registry;
import org.tongbao.contacts.domain.agency.RegistryTimeline;
import org.tongbao.contacts.domain.ledger.Draft;
import org.tongbao.contacts.domain.ledger.Line;
import org.tongbao.contacts.domain.people.BookImport;
import org.tongbao.contacts.domain.people.BookRules;
import org.tongbao.contacts.domain.people.BookTimeline;
import org.tongbao.contacts.domain.people.ChangedBook;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.Wish;
import org.tongbao.contracts.procedure.Procedures;

/** Works out what a document for a stated time means for the directory of that time, and what is filed of it. */
final class TimedImportPlan {
    private final Found found;
    private final Procedures procedures;
    private final Timing timing;
    private final Instant now;

    TimedImportPlan(Found found, Procedures procedures, Timing timing, Instant now) {
        this.found = found;
        this.procedures = procedures;
        this.timing = timing;
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
            List<Line> pending,
            Map<AgencyCode, ContactBook> books,
            Map<AgencyCode, List<Line>> pendingOfBooks) {
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
    record Overtaken(Set<AgencyCode> agencies, Set<String> items) {}

    /** What the document means for the directory of its time. */
    ImportPlan.Result meaning(ImportDirectory.Document document) {
        Instant then = timing.from(now);
        Map<AgencyCode, ContactBook> books = new HashMap<>();
        // Rules are asked by the plan, of the book that comes out of it.
        var noRules = new BookRules(Map.of(), List.of(), Set.of());
        found.books()
                .keySet()
                .forEach(it -> books.put(it, found.timeline(it, noRules, now).at(then)));
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

    ImportResult file(ImportPlan.Result meaning, Overtaken overtaken) {
        List<Fault> faults = new ArrayList<>(meaning.faults());
        if (timing.lacksReason(now)) {
            faults.add(Fault.at("query:reason", Fault.Reason.REASON_MISSING));
        }
        meaning.books().forEach((code, book) -> faults.addAll(outside(code, book)));
        List<Draft> drafts = new ArrayList<>();
        List<ChangedBook> books = new ArrayList<>();
        Registry.Outcome agencies = new Registry.Outcome(List.of(), false);
        if (!faults.isEmpty()) {
            return new ImportResult(meaning, agencies, books, drafts, faults);
        }
        try {
            RegistryTimeline.Outcome filed = timeline().file(proposals(meaning), overtaken.agencies());
            agencies = filed.now();
            drafts.addAll(filed.drafts());
        } catch (Refused no) {
            faults.addAll(faults(no));
        }
        for (Map.Entry<AgencyCode, BookImport> it : meaning.books().entrySet()) {
            try {
                BookTimeline.Outcome filed = found.timeline(
                                it.getKey(), it.getValue().rules(), now)
                        .file(wishes(it.getValue(), overtaken.items()));
                books.add(filed.changed());
                drafts.addAll(filed.drafts());
            } catch (Refused no) {
                faults.addAll(faults(no));
            }
        }
        return new ImportResult(meaning, agencies, books, drafts, faults);
    }

    // Whoever will be in scope by then is not yet: a stranger's people are filed by nobody.
    private List<Fault> outside(AgencyCode code, BookImport book) {
        boolean isOpen = !found.registry().hierarchy().knows(code)
                || found.registry().hierarchy().isWithin(code, found.by());
        return isOpen
                ? List.of()
                : book.said().stream()
                        .map(it -> new Fault(it.place() + "/agency", Fault.Reason.OUTSIDE_SCOPE, code.value()))
                        .toList();
    }

    private static List<Fault> faults(Refused no) {
        if (no.faults().isEmpty()) {
            throw no;
        }
        return no.faults();
    }

    private List<Proposal> proposals(ImportPlan.Result meaning) {
        return meaning.proposals().stream()
                .map(it -> new Proposal(it.place(), it.agency(), Expectation.ANYTHING, timing))
                .toList();
    }

    private List<Wish> wishes(BookImport book, Set<String> overtaken) {
        return book.said().stream()
                .map(it -> new Wish(
                        it.place(),
                        it.id(),
                        it.after().value().getClass(),
                        it.after().value(),
                        Expectation.ANYTHING,
                        timing,
                        overtaken.contains(it.id().toString())))
                .toList();
    }
}
