package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.Timing;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.ledger.Draft;
import org.tongbao.contacts.domain.ledger.Line;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.platform.access.BlockingWork;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/**
 * Files a whole document for a stated time, ahead or late, or nothing of it. What is filed ahead is one change: it takes effect
 * as one, and is withdrawn as one.
 */
@ApplicationScoped
public class FileDirectory {
    /** How much a document may say: when its time comes, it takes effect in one transaction, which others wait for. */
    public static final int MOST = 1_000;

    private final Transactions transactions;
    private final Agencies agencies;
    private final Directory directory;
    private final FilingOffice office;
    private final FiledDirectory filed;
    private final Procedures procedures;
    private final BlockingWork blockingWork;
    private final Clock clock;

    FileDirectory(
            Transactions transactions,
            Agencies agencies,
            Directory directory,
            FilingOffice office,
            FiledDirectory filed,
            Procedures procedures,
            BlockingWork blockingWork,
            Clock clock) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.directory = directory;
        this.office = office;
        this.filed = filed;
        this.procedures = procedures;
        this.blockingWork = blockingWork;
        this.clock = clock;
    }

    /**
     * @param drafts what was filed, or would be
     * @param lines of the ledger; none of a dry run
     */
    public record Filed(ImportDirectory.Outcome outcome, List<Draft> drafts, List<Line> lines) {}

    public Uni<Filed> file(Caller caller, ImportDirectory.Document document, Timing timing) {
        return transactions.as(caller, () -> plan(caller, document, timing, directory::open)
                .invoke(plan -> Refused.whenAny(plan.faults()))
                .chain(plan -> filed.store(caller, plan, clock.now()).map(lines -> filed(plan, lines))));
    }

    /** Stores nothing and says what {@link #file} would do. */
    public Uni<Filed> tryOut(Caller caller, ImportDirectory.Document document, Timing timing) {
        return transactions.as(
                caller, () -> plan(caller, document, timing, directory::read).map(plan -> filed(plan, List.of())));
    }

    private static Filed filed(FilingPlan.Result plan, List<Line> lines) {
        ImportDirectory.Outcome meaning = ImportDirectory.outcome(plan.meaning());
        return new Filed(
                new ImportDirectory.Outcome(
                        meaning.agencies(),
                        meaning.unchangedAgencies(),
                        meaning.items(),
                        meaning.unchangedItems(),
                        plan.faults()),
                plan.drafts(),
                lines);
    }

    private Uni<FilingPlan.Result> plan(
            Caller caller,
            ImportDirectory.Document document,
            Timing timing,
            Function<Set<AgencyCode>, Uni<Map<AgencyCode, ContactBook>>> books) {
        return found(Agencies.of(caller), document, books).chain(found -> {
            // After the locks, so that the instants of changes are in the order of the changes.
            Instant now = clock.now();
            var plan = new FilingPlan(found, procedures, timing, now);
            return blockingWork.run(() -> plan.meaning(document)).chain(meaning -> overtaken(meaning, timing, now)
                    .chain(overtaken ->
                            blockingWork.run(() -> plan.file(meaning, overtaken.agencies(), overtaken.items()))));
        });
    }

    private Uni<FilingPlan.Found> found(
            AgencyCode by,
            ImportDirectory.Document document,
            Function<Set<AgencyCode>, Uni<Map<AgencyCode, ContactBook>>> books) {
        return office.pendingAgencies().chain(pending -> agencies.open(codes(document, pending))
                .chain(registry -> books.apply(ImportDirectory.withPeople(document, registry, by))
                        .chain(read -> pendingOf(read.keySet())
                                .map(lines -> new FilingPlan.Found(by, registry, pending, read, lines)))));
    }

    private static Set<AgencyCode> codes(ImportDirectory.Document document, List<Line> pending) {
        Set<AgencyCode> codes = new HashSet<>(document.codes());
        pending.forEach(it -> codes.add(it.agency()));
        return codes;
    }

    private Uni<Map<AgencyCode, List<Line>>> pendingOf(Set<AgencyCode> books) {
        Map<AgencyCode, List<Line>> pending = new HashMap<>();
        return EachInTurn.of(books, it -> office.pending(it).invoke(lines -> pending.put(it, lines)))
                .replaceWith(pending);
    }

    private record Overtaken(Set<AgencyCode> agencies, Set<String> items) {}

    private Uni<Overtaken> overtaken(ImportPlan.Result meaning, Timing timing, Instant now) {
        if (!timing.isPast(now)) {
            return Uni.createFrom().item(new Overtaken(Set.of(), Set.of()));
        }
        Instant since = timing.from(now);
        Map<String, Instant> agencies = new HashMap<>();
        meaning.proposals().forEach(it -> agencies.put(it.agency().code().value(), since));
        Map<String, Instant> items = new HashMap<>();
        meaning.books().values().stream()
                .flatMap(it -> it.said().stream())
                .forEach(it -> items.put(it.id().toString(), since));
        return office.overtakenAgencies(agencies)
                .map(found -> found.stream().map(AgencyCode::new).collect(Collectors.toSet()))
                .chain(found -> office.overtaken(items).map(people -> new Overtaken(found, people)));
    }
}
