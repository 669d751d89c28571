package org.tongbao.intake.affected.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.intake.affected.domain.AffectedAgency;
import org.tongbao.intake.domain.Refusal;
import org.tongbao.intake.domain.Refused;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.incident.usecase.ChangePermission;
import org.tongbao.intake.incident.usecase.IncidentRecorder;
import org.tongbao.intake.incident.usecase.Incidents;
import org.tongbao.intake.timeline.domain.TimelineEntry;
import org.tongbao.intake.timeline.domain.TimelineEntryKind;
import org.tongbao.platform.access.AgencyTree;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;

/** 受影響機關: names another affected agency after the report; its lateral notice follows at once. */
@ApplicationScoped
public class NameAffectedAgency {
    private final Transactions transactions;
    private final Incidents incidents;
    private final AffectedAgencies agencies;
    private final IncidentRecorder recorder;
    private final AgencyTree tree;
    private final Journal journal;

    NameAffectedAgency(
            Transactions transactions,
            Incidents incidents,
            AffectedAgencies agencies,
            IncidentRecorder recorder,
            AgencyTree tree,
            Journal journal) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.agencies = agencies;
        this.recorder = recorder;
        this.tree = tree;
        this.journal = journal;
    }

    public Uni<Incident> name(Caller caller, UUID id, AffectedAgency affected, Instant now) {
        return transactions.as(caller, () -> incidents.findForUpdate(caller, id).chain(stored -> agencies.of(id)
                .chain(named -> name(caller, stored.incident(), affected, codes(named), now))));
    }

    private Uni<Incident> name(
            Caller caller, Incident incident, AffectedAgency affected, Set<String> namedBefore, Instant now) {
        ChangePermission.require(caller, incident);
        var changes = incident.nameAffected(affected, namedBefore, now);
        return tree.unknown(Set.of(affected.agency()))
                .invoke(unknown -> {
                    if (!unknown.isEmpty()) {
                        throw new Refused(Refusal.AFFECTED_UNKNOWN);
                    }
                })
                .chain(() -> agencies.add(incident, affected, now))
                .chain(() -> recorder.record(incident, List.of(entry(caller, incident, affected, now)), changes, now))
                .chain(() -> journal.record(
                        caller,
                        new Journal.Entry(
                                "affected-agency-named",
                                incident.agency(),
                                incident.id(),
                                null,
                                Map.of("affected", affected.agency()))))
                .replaceWith(incident);
    }

    private static Set<String> codes(List<AffectedAgencies.Named> named) {
        return named.stream().map(AffectedAgencies.Named::agency).collect(Collectors.toSet());
    }

    private static TimelineEntry entry(Caller caller, Incident incident, AffectedAgency affected, Instant now) {
        return new TimelineEntry(
                Ids.next(),
                incident.id(),
                incident.agency(),
                now,
                TimelineEntryKind.AFFECTED_NAMED,
                caller.name(),
                caller.agency(),
                "portal",
                incident.clauseOf(MetBy.LATERAL_NOTICES_MET),
                affected.why(),
                Map.of("affected", affected.agency()));
    }
}
