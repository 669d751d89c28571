package org.tongbao.escalation.lateral.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Relation;
import org.tongbao.escalation.incident.domain.Incident;
import org.tongbao.escalation.incident.usecase.Incidents;
import org.tongbao.escalation.lateral.domain.LateralConfirmation;
import org.tongbao.escalation.notice.usecase.OpenNotices;
import org.tongbao.escalation.notice.usecase.Trigger;
import org.tongbao.escalation.notice.usecase.TriggerDetails;
import org.tongbao.platform.inbox.EventTooEarly;
import org.tongbao.platform.procedure.ProcedureVersions;

/** Affected agencies were named: they are notified at once, unless they are so many that the duty desk is asked first. */
@ApplicationScoped
public class NotifyAffectedAgencies {
    private final Incidents incidents;
    private final AffectedAgencies affected;
    private final ProcedureVersions procedures;
    private final OpenNotices openNotices;

    NotifyAffectedAgencies(
            Incidents incidents, AffectedAgencies affected, ProcedureVersions procedures, OpenNotices openNotices) {
        this.incidents = incidents;
        this.affected = affected;
        this.procedures = procedures;
        this.openNotices = openNotices;
    }

    /**
     * One more after the report, within the transaction of the event.
     *
     * @throws EventTooEarly {@code unknown-incident}
     */
    public Uni<Void> add(UUID incidentId, String agency, UUID cause) {
        return incidents
                .find(incidentId)
                .map(it -> it.orElseThrow(() -> new EventTooEarly("unknown-incident")))
                .chain(incident ->
                        addAll(incident, List.of(agency), cause).chain(now -> notifyOf(incident, now, cause)));
    }

    /** Keeps them and asks where that is needed; those that are notified at once. */
    public Uni<List<String>> addAll(Incident incident, Collection<String> agencies, UUID cause) {
        if (agencies.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return affected.add(incident.id(), agencies)
                .chain(fresh -> fresh.isEmpty()
                        ? Uni.createFrom().item(fresh)
                        : affected.count(incident.id()).chain(named -> notifyOrAsk(incident, fresh, named, cause)));
    }

    private Uni<List<String>> notifyOrAsk(Incident incident, List<String> fresh, int named, UUID cause) {
        return named <= LateralConfirmation.NOTIFIED_AT_ONCE
                ? Uni.createFrom().item(fresh)
                : confirmation(incident, cause)
                        .chain(confirmation -> affected.awaitConfirmation(confirmation, incident.id(), fresh))
                        .replaceWith(List.of());
    }

    /** The one that is open takes them in: nobody is asked twice at a time. */
    private Uni<UUID> confirmation(Incident incident, UUID cause) {
        return affected.findOpenForUpdate(incident.id())
                .chain(open -> open.map(it -> Uni.createFrom().item(it))
                        .orElseGet(() -> requestConfirmation(incident, cause)));
    }

    private Uni<UUID> requestConfirmation(Incident incident, UUID cause) {
        return procedures
                .byHash(incident.procedureHash())
                .chain(procedure -> openNotices.requestConfirmation(
                        incident,
                        LateralConfirmation.POLICY,
                        TriggerDetails.of(cause).due(incident.dueAt(procedure, MetBy.LATERAL_NOTICES_MET))))
                .call(asked -> affected.requestConfirmation(asked, incident.id()));
    }

    /** What notifies these agencies. */
    public static List<Trigger> triggers(
            Incident incident, Procedure procedure, Collection<String> agencies, UUID cause) {
        return agencies.stream()
                .map(agency -> TriggerDetails.of(cause)
                        .naming(Relation.AFFECTED, agency)
                        .due(incident.dueAt(procedure, MetBy.LATERAL_NOTICES_MET)))
                .map(it -> new Trigger(Occasion.AFFECTED_AGENCY_NAMED, it))
                .toList();
    }

    public Uni<Void> notifyOf(Incident incident, Collection<String> agencies, UUID cause) {
        return agencies.isEmpty()
                ? Uni.createFrom().voidItem()
                : procedures
                        .byHash(incident.procedureHash())
                        .chain(procedure -> openNotices.open(incident, triggers(incident, procedure, agencies, cause)));
    }
}
