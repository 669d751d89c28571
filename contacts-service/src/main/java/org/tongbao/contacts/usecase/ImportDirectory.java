package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.agency.AgencyChange;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.ImportedAgency;
import org.tongbao.contacts.domain.agency.Registry;
import org.tongbao.contacts.domain.people.BookImport;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.ImportedItem;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.platform.access.BlockingWork;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/**
 * Takes in a whole document, or nothing of it. Saying the same again changes nothing; what a document does not mention
 * stays as it is.
 */
@ApplicationScoped
public class ImportDirectory {
    private final Transactions transactions;
    private final Agencies agencies;
    private final Directory directory;
    private final PublishedDirectory published;
    private final FilingOffice office;
    private final Procedures procedures;
    private final BlockingWork blockingWork;
    private final Clock clock;

    ImportDirectory(
            Transactions transactions,
            Agencies agencies,
            Directory directory,
            PublishedDirectory published,
            FilingOffice office,
            Procedures procedures,
            BlockingWork blockingWork,
            Clock clock) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.directory = directory;
        this.published = published;
        this.office = office;
        this.procedures = procedures;
        this.blockingWork = blockingWork;
        this.clock = clock;
    }

    public record Document(List<ImportedAgency> agencies, List<ImportedItem> items) {
        /** How much it says. */
        public int size() {
            return agencies.size() + items.size();
        }

        Set<AgencyCode> codes() {
            Set<AgencyCode> codes = new HashSet<>();
            agencies.forEach(it -> codes.add(it.code()));
            items.forEach(it -> codes.add(it.agency()));
            return codes;
        }
    }

    /**
     * What it did, or would do.
     *
     * @param faults everything that is wrong; with a single one of them nothing is stored
     */
    public record Outcome(
            List<AgencyChange> agencies,
            long unchangedAgencies,
            Map<AgencyCode, List<BookImport.Taken>> items,
            long unchangedItems,
            List<Fault> faults) {}

    public Uni<Outcome> load(Caller caller, Document document) {
        return transactions.as(caller, () -> plan(caller, document, directory::open)
                .invoke(plan -> Refused.whenAny(plan.faults()))
                .call(plan -> store(caller, plan, clock.now()))
                .map(ImportDirectory::outcome));
    }

    private Uni<Void> store(Caller caller, ImportPlan.Result plan, Instant now) {
        return published
                .save(caller, plan.agencies())
                .chain(() -> published.save(caller, plan.books().values(), now))
                .chain(() -> office.carry(caller, now, plan.edits()))
                .chain(() -> office.writeMany(caller, now, plan.drafts(now)));
    }

    /** Stores nothing and says what {@link #load} would do. */
    public Uni<Outcome> tryOut(Caller caller, Document document) {
        return transactions.as(
                caller, () -> plan(caller, document, directory::read).map(ImportDirectory::outcome));
    }

    private Uni<ImportPlan.Result> plan(
            Caller caller, Document document, Function<Set<AgencyCode>, Uni<Map<AgencyCode, ContactBook>>> books) {
        AgencyCode by = Agencies.of(caller);
        return agencies.open(document.codes()).chain(registry -> books.apply(withPeople(document, registry, by))
                .chain(found -> blockingWork.run(() -> new ImportPlan(by, registry, procedures).of(document, found))));
    }

    static Set<AgencyCode> withPeople(Document document, Registry registry, AgencyCode by) {
        return document.items().stream()
                .map(ImportedItem::agency)
                .distinct()
                .filter(it ->
                        registry.hierarchy().knows(it) && registry.hierarchy().isWithin(it, by))
                .collect(Collectors.toSet());
    }

    static Outcome outcome(ImportPlan.Result plan) {
        return new Outcome(
                plan.agencies().changes(),
                plan.unchanged(),
                plan.books().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue()
                        .changes())),
                plan.books().values().stream().mapToLong(BookImport::unchanged).sum(),
                plan.faults());
    }
}
