package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.RegistryTimeline;
import org.tongbao.contacts.domain.ledger.Line;
import org.tongbao.contracts.procedure.Procedures;

/** Agencies whose change is due, held against the rules once more, in the scope of whoever filed it. */
@ApplicationScoped
class DueAgencies {
    private final Agencies agencies;
    private final PublishedAgencies published;
    private final FilingOffice office;
    private final Ledger ledger;
    private final Procedures procedures;

    DueAgencies(
            Agencies agencies, PublishedAgencies published, FilingOffice office, Ledger ledger, Procedures procedures) {
        this.agencies = agencies;
        this.published = published;
        this.office = office;
        this.ledger = ledger;
        this.procedures = procedures;
    }

    /** Nothing when somebody else was first. */
    Uni<Void> take(Line due) {
        return agencies.lock()
                .chain(() -> ledger.pendingAgenciesOf(due.change()))
                .chain(lines -> lines.isEmpty() ? Uni.createFrom().voidItem() : take(lines));
    }

    private Uni<Void> take(List<Line> lines) {
        Set<AgencyCode> codes = lines.stream().map(Line::agency).collect(Collectors.toSet());
        AgencyCode by = Scope.of(lines.get(0));
        Map<String, Instant> since = new HashMap<>();
        lines.forEach(it -> since.put(it.item(), it.effectiveFrom()));
        return office.overtakenAgencies(since)
                .map(overtaken -> lines.stream()
                        .filter(it -> !overtaken.contains(it.item()))
                        .toList())
                .chain(standing -> published
                        .open(codes)
                        .map(registry -> registry.change(RegistryTimeline.proposals(standing), by, it -> procedures
                                .byId(it)
                                .isPresent())))
                .chain(outcome -> published.save(null, outcome))
                .chain(() -> EachInTurn.of(lines, ledger::takeEffect))
                .replaceWithVoid();
    }
}
