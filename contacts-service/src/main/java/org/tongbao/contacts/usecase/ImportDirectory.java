package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.Timing;
import org.tongbao.contacts.domain.agency.AgencyChange;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.ImportedAgency;
import org.tongbao.contacts.domain.agency.Registry;
import org.tongbao.contacts.domain.ledger.Draft;
import org.tongbao.contacts.domain.ledger.Line;
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
 * stays as it is. A document for a stated time is one change of the ledger: it takes effect as one, and is withdrawn as one.
 */
@ApplicationScoped
public class ImportDirectory {
    /** How much a document for a stated time may say: it takes effect in one transaction, which others wait for. */
    public static final int MOST = 1_000;

    private final Transactions transactions;
    private final Agencies agencies;
    private final Books books;
    private final AgencyRecorder agencyRecorder;
    private final BookRecorder bookRecorder;
    private final FilingOffice office;
    private final Procedures procedures;
    private final BlockingWork blockingWork;
    private final Clock clock;

    ImportDirectory(
            Transactions transactions,
            Agencies agencies,
            Books books,
            AgencyRecorder agencyRecorder,
            BookRecorder bookRecorder,
            FilingOffice office,
            Procedures procedures,
            BlockingWork blockingWork,
            Clock clock) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.books = books;
        this.agencyRecorder = agencyRecorder;
        this.bookRecorder = bookRecorder;
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
     * @param drafts of a document for a stated time: what was filed, or would be
     * @param lines of the ledger of such a document; none of a dry run
     */
    public record Outcome(
            List<AgencyChange> agencies,
            long unchangedAgencies,
            Map<AgencyCode, List<BookImport.Taken>> items,
            long unchangedItems,
            List<Fault> faults,
            List<Draft> drafts,
            List<Line> lines) {
        static Outcome of(ImportResult result, List<Line> lines) {
            Collection<BookImport> books = result.meaning().books().values();
            return new Outcome(
                    result.meaning().agencies().changes(),
                    result.meaning().unchanged(),
                    books.stream().collect(Collectors.toMap(it -> it.book().agency(), BookImport::changes)),
                    books.stream().mapToLong(BookImport::unchanged).sum(),
                    result.faults(),
                    result.drafts(),
                    lines);
        }
    }

    /** @param timing of all of it */
    public Uni<Outcome> load(Caller caller, Document document, Timing timing) {
        return transactions.as(caller, () -> plan(caller, document, timing, books::findForUpdate)
                .invoke(plan -> Refused.whenAny(plan.faults()))
                .chain(plan -> store(caller, plan, timing, clock.now()).map(lines -> Outcome.of(plan, lines))));
    }

    /** Stores nothing and says what {@link #load} would do. */
    public Uni<Outcome> tryOut(Caller caller, Document document, Timing timing) {
        return transactions.as(
                caller, () -> plan(caller, document, timing, books::read).map(plan -> Outcome.of(plan, List.of())));
    }

    private Uni<List<Line>> store(Caller caller, ImportResult plan, Timing timing, Instant now) {
        return agencyRecorder
                .record(caller, plan.agencies())
                .chain(() -> bookRecorder.record(caller, plan.books(), now, plan::mustBeFree))
                .chain(() -> office.carry(caller, now, plan.edits()))
                .chain(() -> timing.effectiveFrom() == null
                        ? office.writeMany(caller, now, plan.meaning().drafts(now))
                                .replaceWith(List.of())
                        : office.write(caller, now, plan.drafts()));
    }

    private interface BookReading extends Function<Collection<AgencyCode>, Uni<Map<AgencyCode, ContactBook>>> {}

    private Uni<ImportResult> plan(Caller caller, Document document, Timing timing, BookReading reading) {
        AgencyCode by = Agencies.of(caller);
        return timing.effectiveFrom() == null
                ? agencies.findForUpdate(document.codes())
                        .chain(registry -> reading.apply(withPeople(document, registry, by))
                                .chain(found -> blockingWork.run(() -> ImportResult.atOnce(
                                        new ImportPlan(by, registry, procedures).of(document, found)))))
                : found(by, document, reading).chain(found -> planned(found, document, timing));
    }

    private static Set<AgencyCode> withPeople(Document document, Registry registry, AgencyCode by) {
        return document.items().stream()
                .map(ImportedItem::agency)
                .distinct()
                .filter(it ->
                        registry.hierarchy().knows(it) && registry.hierarchy().isWithin(it, by))
                .collect(Collectors.toSet());
    }

    private Uni<TimedImportPlan.Found> found(AgencyCode by, Document document, BookReading reading) {
        return office.pendingAgencies().chain(pending -> agencies.findForUpdate(codes(document, pending))
                .chain(registry -> reading.apply(withPeople(document, registry, by))
                        .chain(read -> pendingOf(read.keySet())
                                .map(lines -> new TimedImportPlan.Found(by, registry, pending, read, lines)))));
    }

    private static Set<AgencyCode> codes(Document document, List<Line> pending) {
        Set<AgencyCode> codes = new HashSet<>(document.codes());
        pending.forEach(it -> codes.add(it.agency()));
        return codes;
    }

    private Uni<Map<AgencyCode, List<Line>>> pendingOf(Set<AgencyCode> books) {
        Map<AgencyCode, List<Line>> pending = new HashMap<>();
        return EachInTurn.of(books, it -> office.pending(it).invoke(lines -> pending.put(it, lines)))
                .replaceWith(pending);
    }

    private Uni<ImportResult> planned(TimedImportPlan.Found found, Document document, Timing timing) {
        // After the locks, so that the instants of changes are in the order of the changes.
        Instant now = clock.now();
        var plan = new TimedImportPlan(found, procedures, timing, now);
        return blockingWork.run(() -> plan.meaning(document)).chain(meaning -> overtaken(meaning, timing, now)
                .chain(overtaken -> blockingWork.run(() -> plan.file(meaning, overtaken))));
    }

    private Uni<TimedImportPlan.Overtaken> overtaken(ImportPlan.Result meaning, Timing timing, Instant now) {
        if (!timing.isPast(now)) {
            return Uni.createFrom().item(new TimedImportPlan.Overtaken(Set.of(), Set.of()));
        }
        Instant since = timing.from(now);
        Map<String, Instant> agencies = new HashMap<>();
        meaning.proposals().forEach(it -> agencies.put(it.agency().code().value(), since));
        Map<String, Instant> items = new HashMap<>();
        meaning.books().values().stream()
                .flatMap(it -> it.said().stream())
                .forEach(it -> items.put(it.id().toString(), since));
        return office.overtakenAgencies(agencies).chain(found -> office.overtaken(items)
                .map(people -> new TimedImportPlan.Overtaken(
                        found.stream().map(AgencyCode::new).collect(Collectors.toSet()), people)));
    }
}
