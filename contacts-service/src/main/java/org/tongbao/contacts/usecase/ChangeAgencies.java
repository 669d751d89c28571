package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongbao.contacts.domain.agency.AgencyChange;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.Proposal;
import org.tongbao.contacts.domain.agency.RegistryTimeline;
import org.tongbao.contacts.domain.ledger.Line;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/** Creates, changes, moves and dissolves agencies, all of them or none. */
@ApplicationScoped
public class ChangeAgencies {
    private final Transactions transactions;
    private final Agencies agencies;
    private final AgencyRecorder recorder;
    private final FilingOffice office;
    private final BookScope scope;
    private final Clock clock;

    ChangeAgencies(
            Transactions transactions,
            Agencies agencies,
            AgencyRecorder recorder,
            FilingOffice office,
            BookScope scope,
            Clock clock) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.recorder = recorder;
        this.office = office;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param changes of what is in force, those below a moved agency included; empty when all was so already
     * @param lines of the ledger
     */
    public record Filed(List<AgencyChange> changes, List<Line> lines) {}

    /** What changed at once. */
    public Uni<List<AgencyChange>> change(Caller caller, List<Proposal> proposals) {
        return file(caller, proposals).map(Filed::changes);
    }

    public Uni<Filed> file(Caller caller, List<Proposal> proposals) {
        return transactions.as(caller, () -> office.pendingAgencies().chain(pending -> agencies.findForUpdate(
                        codes(proposals, pending))
                .chain(registry -> {
                    // After the lock, so that the instants of changes are in the order of the changes.
                    Instant now = clock.now();
                    var timeline =
                            new RegistryTimeline(registry, pending, Agencies.of(caller), scope::isProcedure, now);
                    return office.overtakenAgencies(past(proposals, now))
                            .map(overtaken -> timeline.file(proposals, codes(overtaken)))
                            .call(outcome -> recorder.record(caller, outcome.now()))
                            .call(outcome ->
                                    office.carry(caller, now, outcome.now().edits()))
                            .chain(outcome -> office.write(caller, now, outcome.drafts())
                                    .map(lines -> new Filed(outcome.now().changes(), lines)));
                })));
    }

    private static Set<AgencyCode> codes(List<Proposal> proposals, List<Line> pending) {
        Set<AgencyCode> codes = new HashSet<>();
        proposals.forEach(it -> codes.add(it.agency().code()));
        pending.forEach(it -> codes.add(it.agency()));
        return codes;
    }

    private static Set<AgencyCode> codes(Set<String> texts) {
        Set<AgencyCode> codes = new HashSet<>();
        texts.forEach(it -> codes.add(new AgencyCode(it)));
        return codes;
    }

    private static Map<String, Instant> past(List<Proposal> proposals, Instant now) {
        Map<String, Instant> past = new HashMap<>();
        proposals.stream()
                .filter(it -> it.timing().isPast(now))
                .forEach(it -> past.put(it.agency().code().value(), it.timing().from(now)));
        return past;
    }
}
