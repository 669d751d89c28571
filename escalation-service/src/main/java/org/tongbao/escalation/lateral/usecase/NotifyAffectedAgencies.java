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
import org.tongbao.platform.procedure.ProcedureVersions;
import org.tongbao.escalation.lateral.domain.LateralConfirmation;
import org.tongbao.escalation.notice.usecase.OpenNotices;
import org.tongbao.escalation.notice.usecase.Trigger;
import org.tongbao.escalation.notice.usecase.TriggerDetails;
import org.tongbao.platform.inbox.EventTooEarly;

/** Affected agencies were named: they are told at once, unless they are so many that the duty desk is asked first. */
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
    public Uni<Void> name(UUID incidentId, String agency, UUID cause) {
        return incidents
                .find(incidentId)
                .map(it -> it.orElseThrow(() -> new EventTooEarly("unknown-incident")))
                .chain(incident -> keep(incident, List.of(agency), cause).chain(now -> tell(incident, now, cause)));
    }

    /** Keeps them and asks where that is needed; those that are told at once. */
    public Uni<List<String>> keep(Incident incident, Collection<String> agencies, UUID cause) {
        if (agencies.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return affected.name(incident.id(), agencies)
                .chain(fresh -> fresh.isEmpty()
                        ? Uni.createFrom().item(fresh)
                        : affected.count(incident.id()).chain(named -> sort(incident, fresh, named, cause)));
    }

    private Uni<List<String>> sort(Incident incident, List<String> fresh, int named, UUID cause) {
        return named <= LateralConfirmation.NOTIFIED_AT_ONCE
                ? Uni.createFrom().item(fresh)
                : question(incident, cause)
                        .chain(question -> affected.await(question, incident.id(), fresh))
                        .replaceWith(List.of());
    }

    /** The one that is open takes them in: nobody is asked twice at a time. */
    private Uni<UUID> question(Incident incident, UUID cause) {
        return affected.findOpenForUpdate(incident.id())
                .chain(open -> open.map(it -> Uni.createFrom().item(it)).orElseGet(() -> ask(incident, cause)));
    }

    private Uni<UUID> ask(Incident incident, UUID cause) {
        return procedures
                .byHash(incident.procedureHash())
                .chain(procedure -> openNotices.ask(
                        incident,
                        LateralConfirmation.POLICY,
                        TriggerDetails.of(cause).due(incident.dueAt(procedure, MetBy.LATERAL_NOTICES_MET))))
                .call(asked -> affected.ask(asked, incident.id()));
    }

    /** What tells these agencies. */
    public static List<Trigger> triggers(
            Incident incident, Procedure procedure, Collection<String> agencies, UUID cause) {
        return agencies.stream()
                .map(agency -> TriggerDetails.of(cause)
                        .naming(Relation.AFFECTED, agency)
                        .due(incident.dueAt(procedure, MetBy.LATERAL_NOTICES_MET)))
                .map(it -> new Trigger(Occasion.AFFECTED_AGENCY_NAMED, it))
                .toList();
    }

    public Uni<Void> tell(Incident incident, Collection<String> agencies, UUID cause) {
        return agencies.isEmpty()
                ? Uni.createFrom().voidItem()
                : procedures
                        .byHash(incident.procedureHash())
                        .chain(procedure -> openNotices.open(incident, triggers(incident, procedure, agencies, cause)));
    }
}
