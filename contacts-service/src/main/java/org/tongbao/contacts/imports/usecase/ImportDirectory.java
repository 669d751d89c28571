package org.tongbao.contacts.imports.usecase;

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
import org.tongbao.contacts.agency.domain.AgencyChange;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.Registry;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.agency.usecase.AgencyRecorder;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.imports.domain.BookImport;
import org.tongbao.contacts.imports.domain.ImportedAgency;
import org.tongbao.contacts.imports.domain.ImportedItem;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.ledger.domain.NewLedgerEntry;
import org.tongbao.contacts.ledger.usecase.LedgerWriter;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.usecase.BookRecorder;
import org.tongbao.contacts.people.usecase.Books;
import org.tongbao.contacts.usecase.Sequentially;
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
    private final LedgerWriter ledgerWriter;
    private final Procedures procedures;
    private final BlockingWork blockingWork;
    private final Clock clock;

    ImportDirectory(
            Transactions transactions,
            Agencies agencies,
            Books books,
            AgencyRecorder agencyRecorder,
            BookRecorder bookRecorder,
            LedgerWriter ledgerWriter,
            Procedures procedures,
            BlockingWork blockingWork,
            Clock clock) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.books = books;
        this.agencyRecorder = agencyRecorder;
        this.bookRecorder = bookRecorder;
        this.ledgerWriter = ledgerWriter;
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
     * @param errors everything that is wrong; with a single one of them nothing is stored
     * @param newEntries of a document for a stated time: what was filed, or would be
     * @param entries of the ledger of such a document; none of a dry run
     */
    public record Outcome(
            List<AgencyChange> agencies,
            long unchangedAgencies,
            Map<AgencyCode, List<BookImport.ImportedChange>> items,
            long unchangedItems,
            List<ValidationError> errors,
            List<NewLedgerEntry> newEntries,
            List<LedgerEntry> entries) {
        public static Outcome of(ImportResult result, List<LedgerEntry> entries) {
            Collection<BookImport> books = result.meaning().books().values();
            return new Outcome(
                    result.meaning().agencies().changes(),
                    result.meaning().unchanged(),
                    books.stream().collect(Collectors.toMap(it -> it.book().agency(), BookImport::changes)),
                    books.stream().mapToLong(BookImport::unchanged).sum(),
                    result.errors(),
                    result.newEntries(),
                    entries);
        }
    }

    /** @param effectiveTime of all of it */
    public Uni<Outcome> load(Caller caller, Document document, EffectiveTime effectiveTime) {
        return transactions.as(caller, () -> plan(caller, document, effectiveTime, books::findForUpdate)
                .invoke(plan -> Refused.whenAny(plan.errors()))
                .chain(plan ->
                        store(caller, plan, effectiveTime, clock.now()).map(entries -> Outcome.of(plan, entries))));
    }

    /** Stores nothing and says what {@link #load} would do. */
    public Uni<Outcome> tryOut(Caller caller, Document document, EffectiveTime effectiveTime) {
        return transactions.as(caller, () -> plan(caller, document, effectiveTime, books::read)
                .map(plan -> Outcome.of(plan, List.of())));
    }

    private Uni<List<LedgerEntry>> store(Caller caller, ImportResult plan, EffectiveTime effectiveTime, Instant now) {
        return agencyRecorder
                .record(caller, plan.agencies())
                .chain(() -> bookRecorder.record(caller, plan.books(), now, plan::mustBeFree))
                .chain(() -> ledgerWriter.carry(caller, now, plan.edits()))
                .chain(() -> effectiveTime.effectiveFrom() == null
                        ? ledgerWriter
                                .writeMany(caller, now, plan.meaning().newEntries(now))
                                .replaceWith(List.of())
                        : ledgerWriter.write(caller, now, plan.newEntries()));
    }

    private interface BookReading extends Function<Collection<AgencyCode>, Uni<Map<AgencyCode, ContactBook>>> {}

    private Uni<ImportResult> plan(Caller caller, Document document, EffectiveTime effectiveTime, BookReading reading) {
        AgencyCode by = Agencies.of(caller);
        return effectiveTime.effectiveFrom() == null
                ? agencies.findForUpdate(document.codes())
                        .chain(registry -> reading.apply(withPeople(document, registry, by))
                                .chain(found -> blockingWork.run(() -> ImportResult.atOnce(
                                        new ImportPlan(by, registry, procedures).of(document, found)))))
                : found(by, document, reading).chain(found -> planned(found, document, effectiveTime));
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
        return ledgerWriter.pendingAgencies().chain(pending -> agencies.findForUpdate(codes(document, pending))
                .chain(registry -> reading.apply(withPeople(document, registry, by))
                        .chain(read -> pendingOf(read.keySet())
                                .map(entries -> new TimedImportPlan.Found(by, registry, pending, read, entries)))));
    }

    private static Set<AgencyCode> codes(Document document, List<LedgerEntry> pending) {
        Set<AgencyCode> codes = new HashSet<>(document.codes());
        pending.forEach(it -> codes.add(it.agency()));
        return codes;
    }

    private Uni<Map<AgencyCode, List<LedgerEntry>>> pendingOf(Set<AgencyCode> books) {
        Map<AgencyCode, List<LedgerEntry>> pending = new HashMap<>();
        return Sequentially.of(books, it -> ledgerWriter.pending(it).invoke(entries -> pending.put(it, entries)))
                .replaceWith(pending);
    }

    private Uni<ImportResult> planned(TimedImportPlan.Found found, Document document, EffectiveTime effectiveTime) {
        // After the locks, so that the instants of changes are in the order of the changes.
        Instant now = clock.now();
        var plan = new TimedImportPlan(found, procedures, effectiveTime, now);
        return blockingWork.run(() -> plan.meaning(document)).chain(meaning -> superseded(meaning, effectiveTime, now)
                .chain(superseded -> blockingWork.run(() -> plan.file(meaning, superseded))));
    }

    private Uni<TimedImportPlan.Superseded> superseded(
            ImportPlan.Result meaning, EffectiveTime effectiveTime, Instant now) {
        if (!effectiveTime.isPast(now)) {
            return Uni.createFrom().item(new TimedImportPlan.Superseded(Set.of(), Set.of()));
        }
        Instant since = effectiveTime.from(now);
        Map<String, Instant> agencies = new HashMap<>();
        meaning.requestedAgencies()
                .forEach(it -> agencies.put(it.agency().code().value(), since));
        Map<String, Instant> items = new HashMap<>();
        meaning.books().values().stream()
                .flatMap(it -> it.items().stream())
                .forEach(it -> items.put(it.id().toString(), since));
        return ledgerWriter.supersededAgencies(agencies).chain(found -> ledgerWriter
                .superseded(items)
                .map(people -> new TimedImportPlan.Superseded(
                        found.stream().map(AgencyCode::new).collect(Collectors.toSet()), people)));
    }
}
