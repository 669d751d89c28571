package org.tongbao.escalation.incident.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongbao.contracts.procedure.Anchors;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.contracts.procedure.Obligation;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.escalation.incident.domain.Incident;
import org.tongbao.escalation.lateral.usecase.NotifyAffectedAgencies;
import org.tongbao.escalation.notice.usecase.OpenNotices;
import org.tongbao.escalation.notice.usecase.Trigger;
import org.tongbao.escalation.notice.usecase.TriggerDetails;
import org.tongbao.platform.procedure.ProcedureVersions;
import org.tongbao.platform.time.Times;

/** An incident was reported: whoever the procedure names is notified, every affected agency included unless they are too many. */
@ApplicationScoped
public class ReceiveIncident {
    private final Incidents incidents;
    private final ProcedureVersions procedures;
    private final NotifyAffectedAgencies notifyAffected;
    private final OpenNotices openNotices;

    ReceiveIncident(
            Incidents incidents,
            ProcedureVersions procedures,
            NotifyAffectedAgencies notifyAffected,
            OpenNotices openNotices) {
        this.incidents = incidents;
        this.procedures = procedures;
        this.notifyAffected = notifyAffected;
        this.openNotices = openNotices;
    }

    /**
     * Within the transaction of the event.
     *
     * @param incident its due times still empty
     * @param affected codes of the agencies it names
     */
    public Uni<Void> receive(Incident incident, Anchors anchors, List<String> affected, UUID cause) {
        return procedures.byHash(incident.procedureHash()).chain(procedure -> {
            Incident known = withDueTimes(incident, procedure, anchors);
            return incidents
                    .add(known)
                    .chain(() -> notifyAffected.addAll(known, affected, cause))
                    .chain(notified -> openNotices.open(known, triggers(known, procedure, notified, cause)));
        });
    }

    private static List<Trigger> triggers(Incident incident, Procedure procedure, List<String> affected, UUID cause) {
        List<Trigger> triggers = new ArrayList<>();
        triggers.add(new Trigger(
                Occasion.INCIDENT_REPORTED,
                TriggerDetails.of(cause).due(incident.dueAt(procedure, MetBy.REVIEW_CONCLUDED))));
        triggers.addAll(NotifyAffectedAgencies.triggers(incident, procedure, affected, cause));
        return triggers;
    }

    private static Incident withDueTimes(Incident incident, Procedure procedure, Anchors anchors) {
        Level level = incident.level();
        Map<String, Instant> dueTimes = new LinkedHashMap<>();
        for (Obligation.Open open : procedure.openLimits(level, level, incident.conditions(), anchors, Times.TAIPEI)) {
            Instant dueAt = open.dueAt();
            if (dueAt != null) {
                dueTimes.put(open.key(), dueAt);
            }
        }
        return new Incident(
                incident.id(),
                incident.number(),
                incident.agency(),
                level,
                incident.tlp(),
                incident.procedureHash(),
                incident.exercise(),
                incident.stateSecret(),
                incident.conditions(),
                dueTimes);
    }
}
