package org.tongbao.contacts.imports.usecase;

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
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyChange;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.Hierarchy;
import org.tongbao.contacts.agency.domain.Registry;
import org.tongbao.contacts.agency.domain.RequestedAgency;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.imports.domain.BookImport;
import org.tongbao.contacts.imports.domain.ImportedAgency;
import org.tongbao.contacts.imports.domain.ImportedItem;
import org.tongbao.contacts.ledger.domain.NewLedgerEntry;
import org.tongbao.contacts.people.domain.BookRules;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.domain.ItemKind;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.Procedures;

/** Works out what an import means, and everything that is wrong with it: a error of an agency hides none of its people's. */
final class ImportPlan {
    private final AgencyCode by;
    private final Registry registry;
    private final Procedures procedures;
    private final List<ValidationError> errors = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();
    private final Map<AgencyCode, Agency> proposed = new HashMap<>();
    private final List<RequestedAgency> requestedAgencies = new ArrayList<>();

    ImportPlan(AgencyCode by, Registry registry, Procedures procedures) {
        this.by = by;
        this.registry = registry;
        this.procedures = procedures;
    }

    /**
     * @param requestedAgencies every agency as the import wants it
     * @param unchanged how many of them are so already
     * @param books with something to file, by code
     */
    record Result(
            Registry.Outcome agencies,
            List<RequestedAgency> requestedAgencies,
            long unchanged,
            Map<AgencyCode, BookImport> books,
            List<ValidationError> errors) {
        /** What the ledger keeps of it. */
        List<NewLedgerEntry> newEntries(Instant now) {
            List<NewLedgerEntry> newEntries = new ArrayList<>();
            for (AgencyChange change : agencies.changes()) {
                factsOf(change)
                        .ifPresent(it -> newEntries.add(NewLedgerEntry.of(
                                change.code(),
                                Agency.LEDGER_KIND,
                                change.code().value(),
                                it,
                                EffectiveTime.NOW,
                                now,
                                false)));
            }
            books.forEach((code, book) -> book.changes()
                    .forEach(it -> newEntries.add(NewLedgerEntry.of(
                            code,
                            ItemKind.of(it.after().value()).key(),
                            it.id().toString(),
                            it.after().value(),
                            EffectiveTime.NOW,
                            now,
                            false))));
            return newEntries;
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
        return new Result(outcome, requestedAgencies, named - changed, filed, errors);
    }

    private Registry.Outcome agencies(List<ImportedAgency> agencies) {
        for (ImportedAgency agency : agencies) {
            Versioned<Agency> there = registry.known().get(agency.code());
            Agency known = there == null ? null : there.value();
            List<ValidationError> missing = agency.broken() ? List.of() : agency.missing(known);
            if (agency.broken() || !missing.isEmpty()) {
                broken.add(agency.place());
                errors.addAll(missing);
            }
            Agency wanted = agency.over(known);
            proposed.put(agency.code(), wanted);
            requestedAgencies.add(new RequestedAgency(agency.place(), wanted, Precondition.ANYTHING));
        }
        try {
            return registry.change(
                    requestedAgencies, by, it -> procedures.byId(it).isPresent());
        } catch (Refused no) {
            no.errors().stream().filter(it -> !isOfBroken(it)).forEach(errors::add);
            return asFarAsItGoes();
        }
    }

    // Only to be shown: nothing of it is stored.
    private Registry.Outcome asFarAsItGoes() {
        List<AgencyChange> changes = new ArrayList<>();
        for (RequestedAgency requestedAgency : requestedAgencies) {
            Agency agency = requestedAgency.agency();
            Versioned<Agency> known = registry.known().get(agency.code());
            if (known == null) {
                changes.add(new AgencyChange.Created(agency, List.of(agency.code())));
            } else if (!known.value().equals(agency)) {
                changes.add(new AgencyChange.Changed(known.value(), agency, List.of(agency.code())));
            }
        }
        return new Registry.Outcome(changes, false);
    }

    private boolean isOfBroken(ValidationError error) {
        String place = error.place();
        int end = place.indexOf('/', place.indexOf('/', 1) + 1);
        return broken.contains(end < 0 ? place : place.substring(0, end));
    }

    private static Map<AgencyCode, List<ImportedItem>> byAgency(List<ImportedItem> items) {
        Map<AgencyCode, List<ImportedItem>> byAgency = new TreeMap<>();
        items.forEach(it -> byAgency.computeIfAbsent(it.agency(), ignored -> new ArrayList<>())
                .add(it));
        byAgency.values().forEach(it -> it.sort(Comparator.comparing(item -> item.kind() != ItemKind.CONTACT)));
        return byAgency;
    }

    private boolean isOpen(AgencyCode code, List<ImportedItem> items, Hierarchy after) {
        Hierarchy judged = registry.hierarchy().knows(code) ? registry.hierarchy() : after;
        if (judged.isWithin(code, by) && judged.knows(code)) {
            return true;
        }
        ValidationError.Reason why =
                judged.knows(code) ? ValidationError.Reason.OUTSIDE_SCOPE : ValidationError.Reason.UNKNOWN_AGENCY;
        items.forEach(it -> errors.add(new ValidationError(it.place() + "/agency", why, code.value())));
        return false;
    }

    private BookImport people(AgencyCode code, List<ImportedItem> items, ContactBook book) {
        var into = new BookImport(book, rules(code), Ids::next);
        items.forEach(into::take);
        errors.addAll(into.errors());
        return into;
    }

    private BookRules rules(AgencyCode code) {
        Versioned<Agency> known = registry.known().get(code);
        Agency agency = proposed.containsKey(code) || known == null ? proposed.get(code) : known.value();
        // Whom an agency must have is no error of an import: its readiness reports that.
        return BookRules.of(
                agency == null ? null : procedures.byId(agency.procedure()).orElse(null), false);
    }
}
