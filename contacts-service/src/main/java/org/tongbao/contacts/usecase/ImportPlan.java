package org.tongbao.contacts.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tongbao.contacts.domain.Expectation;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.Revised;
import org.tongbao.contacts.domain.Timing;
import org.tongbao.contacts.domain.agency.Agency;
import org.tongbao.contacts.domain.agency.AgencyChange;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.Hierarchy;
import org.tongbao.contacts.domain.agency.ImportedAgency;
import org.tongbao.contacts.domain.agency.Proposal;
import org.tongbao.contacts.domain.agency.Registry;
import org.tongbao.contacts.domain.ledger.Draft;
import org.tongbao.contacts.domain.people.BookImport;
import org.tongbao.contacts.domain.people.BookRules;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.ImportedItem;
import org.tongbao.contacts.domain.people.Kind;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.Procedures;

/** Works out what an import means, and everything that is wrong with it: a fault of an agency hides none of its people's. */
final class ImportPlan {
    private final AgencyCode by;
    private final Registry registry;
    private final Procedures procedures;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();
    private final Map<AgencyCode, Agency> proposed = new HashMap<>();
    private final List<Proposal> proposals = new ArrayList<>();

    ImportPlan(AgencyCode by, Registry registry, Procedures procedures) {
        this.by = by;
        this.registry = registry;
        this.procedures = procedures;
    }

    /**
     * @param proposals every agency as the import wants it
     * @param unchanged how many of them are so already
     * @param books with something to file, by code
     */
    record Result(
            Registry.Outcome agencies,
            List<Proposal> proposals,
            long unchanged,
            Map<AgencyCode, BookImport> books,
            List<Fault> faults) {
        /** What the ledger keeps of it. */
        List<Draft> drafts(Instant now) {
            List<Draft> drafts = new ArrayList<>();
            for (AgencyChange change : agencies.changes()) {
                factsOf(change)
                        .ifPresent(it -> drafts.add(Draft.of(
                                change.code(), Agency.LEDGER_KIND, change.code().value(), it, Timing.NOW, now, false)));
            }
            books.forEach((code, book) -> book.changes()
                    .forEach(it -> drafts.add(Draft.of(
                            code,
                            Kind.of(it.after().value()).key(),
                            it.id().toString(),
                            it.after().value(),
                            Timing.NOW,
                            now,
                            false))));
            return drafts;
        }

        private static Optional<Agency> factsOf(AgencyChange change) {
            if (change instanceof AgencyChange.Created created) {
                return Optional.of(created.agency());
            }
            return change instanceof AgencyChange.Changed changed ? Optional.of(changed.agency()) : Optional.empty();
        }
    }

    Result of(ImportDirectory.Document document, Map<AgencyCode, ContactBook> books) {
        Registry.Outcome outcome = agencies(document.agencies());
        Hierarchy after = registry.hierarchy().with(proposed.values());
        Map<AgencyCode, BookImport> filed = new LinkedHashMap<>();
        byAgency(document.items()).forEach((code, items) -> {
            if (isOpen(code, items, after)) {
                var book = books.getOrDefault(code, new ContactBook(code, 0, Map.of()));
                filed.put(code, people(code, items, book));
            }
        });
        long named = document.agencies().stream()
                .map(ImportedAgency::code)
                .distinct()
                .count();
        long changed = outcome.changes().stream()
                .filter(it -> proposed.containsKey(it.code()))
                .count();
        return new Result(outcome, proposals, named - changed, filed, faults);
    }

    private Registry.Outcome agencies(List<ImportedAgency> agencies) {
        for (ImportedAgency agency : agencies) {
            Revised<Agency> there = registry.known().get(agency.code());
            Agency known = there == null ? null : there.value();
            List<Fault> missing = agency.broken() ? List.of() : agency.missing(known);
            if (agency.broken() || !missing.isEmpty()) {
                broken.add(agency.place());
                faults.addAll(missing);
            }
            Agency wanted = agency.over(known);
            proposed.put(agency.code(), wanted);
            proposals.add(new Proposal(agency.place(), wanted, Expectation.ANYTHING));
        }
        try {
            return registry.change(proposals, by, it -> procedures.byId(it).isPresent());
        } catch (Refused no) {
            no.faults().stream().filter(it -> !isOfBroken(it)).forEach(faults::add);
            return asFarAsItGoes();
        }
    }

    // Only to be shown: nothing of it is stored.
    private Registry.Outcome asFarAsItGoes() {
        List<AgencyChange> changes = new ArrayList<>();
        for (Proposal proposal : proposals) {
            Agency agency = proposal.agency();
            Revised<Agency> known = registry.known().get(agency.code());
            if (known == null) {
                changes.add(new AgencyChange.Created(agency, List.of(agency.code())));
            } else if (!known.value().equals(agency)) {
                changes.add(new AgencyChange.Changed(known.value(), agency, List.of(agency.code())));
            }
        }
        return new Registry.Outcome(changes, false);
    }

    private boolean isOfBroken(Fault fault) {
        String place = fault.place();
        int end = place.indexOf('/', place.indexOf('/', 1) + 1);
        return broken.contains(end < 0 ? place : place.substring(0, end));
    }

    private static Map<AgencyCode, List<ImportedItem>> byAgency(List<ImportedItem> items) {
        Map<AgencyCode, List<ImportedItem>> byAgency = new TreeMap<>();
        items.forEach(it -> byAgency.computeIfAbsent(it.agency(), ignored -> new ArrayList<>())
                .add(it));
        byAgency.values().forEach(it -> it.sort(Comparator.comparing(item -> item.kind() != Kind.CONTACT)));
        return byAgency;
    }

    private boolean isOpen(AgencyCode code, List<ImportedItem> items, Hierarchy after) {
        Hierarchy judged = registry.hierarchy().knows(code) ? registry.hierarchy() : after;
        if (judged.isWithin(code, by) && judged.knows(code)) {
            return true;
        }
        Fault.Reason why = judged.knows(code) ? Fault.Reason.OUTSIDE_SCOPE : Fault.Reason.UNKNOWN_AGENCY;
        items.forEach(it -> faults.add(new Fault(it.place() + "/agency", why, code.value())));
        return false;
    }

    private BookImport people(AgencyCode code, List<ImportedItem> items, ContactBook book) {
        var into = new BookImport(book, rules(code), Ids::next);
        items.forEach(into::take);
        faults.addAll(into.faults());
        return into;
    }

    private BookRules rules(AgencyCode code) {
        Revised<Agency> known = registry.known().get(code);
        Agency agency = proposed.containsKey(code) || known == null ? proposed.get(code) : known.value();
        // Whom an agency must have is no fault of an import: its readiness tells.
        return BookRules.of(
                agency == null ? null : procedures.byId(agency.procedure()).orElse(null), false);
    }
}
