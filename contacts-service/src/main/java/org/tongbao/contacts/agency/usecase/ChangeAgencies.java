package org.tongbao.contacts.agency.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongbao.contacts.agency.domain.AgencyChange;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.RegistryTimeline;
import org.tongbao.contacts.agency.domain.RequestedAgency;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.ledger.usecase.LedgerWriter;
import org.tongbao.contacts.people.usecase.BookAccess;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/** Creates, changes, moves and dissolves agencies, all of them or none. */
@ApplicationScoped
public class ChangeAgencies {
    private final Transactions transactions;
    private final Agencies agencies;
    private final AgencyRecorder recorder;
    private final LedgerWriter ledgerWriter;
    private final BookAccess scope;
    private final Clock clock;

    ChangeAgencies(
            Transactions transactions,
            Agencies agencies,
            AgencyRecorder recorder,
            LedgerWriter ledgerWriter,
            BookAccess scope,
            Clock clock) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.recorder = recorder;
        this.ledgerWriter = ledgerWriter;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param changes of what is in force, those below a moved agency included; empty when all was so already
     * @param entries of the ledger
     */
    public record Filed(List<AgencyChange> changes, List<LedgerEntry> entries) {}

    /** What changed at once. */
    public Uni<List<AgencyChange>> change(Caller caller, List<RequestedAgency> requestedAgencies) {
        return file(caller, requestedAgencies).map(Filed::changes);
    }

    public Uni<Filed> file(Caller caller, List<RequestedAgency> requestedAgencies) {
        return transactions.as(caller, () -> ledgerWriter.pendingAgencies().chain(pending -> agencies.findForUpdate(
                        codes(requestedAgencies, pending))
                .chain(registry -> {
                    // After the lock, so that the instants of changes are in the order of the changes.
                    Instant now = clock.now();
                    var timeline =
                            new RegistryTimeline(registry, pending, Agencies.of(caller), scope::isProcedure, now);
                    return ledgerWriter
                            .supersededAgencies(past(requestedAgencies, now))
                            .map(superseded -> timeline.file(requestedAgencies, codes(superseded)))
                            .call(outcome -> recorder.record(caller, outcome.now()))
                            .call(outcome -> ledgerWriter.carry(
                                    caller, now, outcome.now().edits()))
                            .chain(outcome -> ledgerWriter
                                    .write(caller, now, outcome.newEntries())
                                    .map(entries -> new Filed(outcome.now().changes(), entries)));
                })));
    }

    private static Set<AgencyCode> codes(List<RequestedAgency> requestedAgencies, List<LedgerEntry> pending) {
        Set<AgencyCode> codes = new HashSet<>();
        requestedAgencies.forEach(it -> codes.add(it.agency().code()));
        pending.forEach(it -> codes.add(it.agency()));
        return codes;
    }

    private static Set<AgencyCode> codes(Set<String> texts) {
        Set<AgencyCode> codes = new HashSet<>();
        texts.forEach(it -> codes.add(new AgencyCode(it)));
        return codes;
    }

    private static Map<String, Instant> past(List<RequestedAgency> requestedAgencies, Instant now) {
        Map<String, Instant> past = new HashMap<>();
        requestedAgencies.stream()
                .filter(it -> it.effectiveTime().isPast(now))
                .forEach(it ->
                        past.put(it.agency().code().value(), it.effectiveTime().from(now)));
        return past;
    }
}
