package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tongbao.contacts.domain.Reach;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.ledger.Draft;
import org.tongbao.contacts.domain.ledger.Edit;
import org.tongbao.contacts.domain.ledger.Filer;
import org.tongbao.contacts.domain.ledger.Line;
import org.tongbao.contacts.domain.ledger.State;
import org.tongbao.platform.access.Caller;

/** The ledger, with a journal entry for what is filed ahead or late; what takes effect at once is on record as the change it is. */
@ApplicationScoped
class FilingOffice {
    private static final int AT_ONCE = 1_000;

    private final Ledger ledger;
    private final Agencies agencies;
    private final DirectoryJournal journal;

    FilingOffice(Ledger ledger, Agencies agencies, DirectoryJournal journal) {
        this.ledger = ledger;
        this.agencies = agencies;
        this.journal = journal;
    }

    /** Also takes the right to change agencies, so that nothing is filed beside it. */
    Uni<List<Line>> pendingAgencies() {
        return agencies.lock().chain(ledger::pendingAgencies);
    }

    Uni<Set<String>> overtakenAgencies(Map<String, Instant> codes) {
        return codes.isEmpty() ? Uni.createFrom().item(Set.of()) : ledger.overtakenAgencies(codes);
    }

    Uni<List<Line>> pending(AgencyCode book) {
        return ledger.pending(book);
    }

    Uni<Set<String>> overtaken(Map<String, Instant> items) {
        return items.isEmpty() ? Uni.createFrom().item(Set.of()) : ledger.overtakenItems(items);
    }

    Uni<List<Line>> write(Caller caller, Instant now, List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return ledger.write(filer(caller), now, drafts).call(lines -> note(caller, lines));
    }

    /** The same for very many, all at once in force. */
    Uni<Void> writeMany(Caller caller, Instant now, List<Draft> drafts) {
        return EachInTurn.of(EachInTurn.parts(drafts, AT_ONCE), it -> ledger.write(filer(caller), now, it))
                .replaceWithVoid();
    }

    /** Carries what was changed at once into what is filed for later of the same, so that nothing is undone at its time. */
    Uni<Void> carry(Caller caller, Instant now, List<Edit> edits) {
        if (edits.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<String, Edit> byItem = new LinkedHashMap<>();
        edits.forEach(it -> byItem.put(it.item(), it));
        return ledger.pendingOfItems(List.copyOf(byItem.keySet()))
                .chain(lines -> EachInTurn.of(
                        lines, it -> carry(caller, now, it, Objects.requireNonNull(byItem.get(it.item())))))
                .replaceWithVoid();
    }

    private Uni<Void> carry(Caller caller, Instant now, Line line, Edit edit) {
        return Optional.ofNullable(line.fact())
                .flatMap(edit::carriedInto)
                .map(it -> ledger.carry(line, it, filer(caller), now)
                        .chain(() -> journal.record(
                                caller, "change-carried", line.agency(), Map.of("change", line.change()))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    static Filer filer(Caller caller) {
        return new Filer(caller.subject(), caller.name(), caller.agency());
    }

    private Uni<Void> note(Caller caller, List<Line> lines) {
        Map<UUID, Line> changes = new LinkedHashMap<>();
        lines.stream()
                .filter(it -> it.late() || it.state() == State.PENDING)
                .forEach(it -> changes.putIfAbsent(it.change(), it));
        return EachInTurn.of(changes.values(), it -> recordOf(caller, it)
                        .chain(record -> journal.record(
                                caller,
                                it.late() ? "change-filed-late" : "change-filed-ahead",
                                record,
                                Map.of(
                                        "change",
                                        it.change(),
                                        "effectiveFrom",
                                        it.effectiveFrom().toString()))))
                .replaceWithVoid();
    }

    /** On whose record a line is: an agency that is only filed for later has none, so it is its filer's. */
    Uni<AgencyCode> recordOf(Caller caller, Line line) {
        AgencyCode by = Agencies.of(caller);
        return agencies.reach(by, line.agency()).map(reach -> reach == Reach.NOWHERE ? by : line.agency());
    }
}
