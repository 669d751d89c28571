package org.tongbao.contacts.ledger.usecase;

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
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.domain.AgencyAccess;
import org.tongbao.contacts.ledger.domain.Author;
import org.tongbao.contacts.ledger.domain.Edit;
import org.tongbao.contacts.ledger.domain.EntryState;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.ledger.domain.NewLedgerEntry;
import org.tongbao.contacts.usecase.DirectoryJournal;
import org.tongbao.contacts.usecase.Sequentially;
import org.tongbao.platform.access.Caller;

/** The ledger, with a journal entry for what is filed ahead or late; what takes effect at once is on record as the change it is. */
@ApplicationScoped
public class LedgerWriter {
    private static final int AT_ONCE = 1_000;

    private final Ledger ledger;
    private final Agencies agencies;
    private final DirectoryJournal journal;

    LedgerWriter(Ledger ledger, Agencies agencies, DirectoryJournal journal) {
        this.ledger = ledger;
        this.agencies = agencies;
        this.journal = journal;
    }

    /** Also takes the right to change agencies, so that nothing is filed beside it. */
    public Uni<List<LedgerEntry>> pendingAgencies() {
        return agencies.lock().chain(ledger::pendingAgencies);
    }

    public Uni<Set<String>> supersededAgencies(Map<String, Instant> codes) {
        return codes.isEmpty() ? Uni.createFrom().item(Set.of()) : ledger.supersededAgencies(codes);
    }

    public Uni<List<LedgerEntry>> pending(AgencyCode book) {
        return ledger.pending(book);
    }

    public Uni<Set<String>> superseded(Map<String, Instant> items) {
        return items.isEmpty() ? Uni.createFrom().item(Set.of()) : ledger.supersededItems(items);
    }

    public Uni<List<LedgerEntry>> write(Caller caller, Instant now, List<NewLedgerEntry> newEntries) {
        if (newEntries.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return ledger.write(filer(caller), now, newEntries).call(entries -> note(caller, entries));
    }

    /** The same for very many, all at once in force. */
    public Uni<Void> writeMany(Caller caller, Instant now, List<NewLedgerEntry> newEntries) {
        return Sequentially.of(Sequentially.parts(newEntries, AT_ONCE), it -> ledger.write(filer(caller), now, it))
                .replaceWithVoid();
    }

    /** Carries what was changed at once into what is filed for later of the same, so that nothing is undone at its time. */
    public Uni<Void> carry(Caller caller, Instant now, List<Edit> edits) {
        if (edits.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<String, Edit> byItem = new LinkedHashMap<>();
        edits.forEach(it -> byItem.put(it.item(), it));
        return ledger.pendingOfItems(List.copyOf(byItem.keySet()))
                .chain(entries -> Sequentially.of(
                        entries, it -> carry(caller, now, it, Objects.requireNonNull(byItem.get(it.item())))))
                .replaceWithVoid();
    }

    private Uni<Void> carry(Caller caller, Instant now, LedgerEntry entry, Edit edit) {
        return Optional.ofNullable(entry.fact())
                .flatMap(edit::carriedInto)
                .map(it -> ledger.carry(entry, it, filer(caller), now)
                        .chain(() -> journal.record(
                                caller, "change-carried", entry.agency(), Map.of("change", entry.change()))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    static Author filer(Caller caller) {
        return new Author(caller.subject(), caller.name(), caller.agency());
    }

    private Uni<Void> note(Caller caller, List<LedgerEntry> entries) {
        Map<UUID, LedgerEntry> changes = new LinkedHashMap<>();
        entries.stream()
                .filter(it -> it.late() || it.state() == EntryState.PENDING)
                .forEach(it -> changes.putIfAbsent(it.change(), it));
        return Sequentially.of(changes.values(), it -> recordOf(caller, it)
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

    /** On whose record a entry is: an agency that is only filed for later has none, so it is its filer's. */
    Uni<AgencyCode> recordOf(Caller caller, LedgerEntry entry) {
        AgencyCode by = Agencies.of(caller);
        return agencies.access(by, entry.agency()).map(access -> access == AgencyAccess.NOWHERE ? by : entry.agency());
    }
}
