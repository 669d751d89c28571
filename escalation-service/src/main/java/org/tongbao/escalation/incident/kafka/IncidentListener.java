package org.tongbao.escalation.incident.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.event.AffectedAgencyNamed;
import org.tongbao.contracts.event.ClosingFiled;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.IncidentClosed;
import org.tongbao.contracts.event.IncidentLevelChanged;
import org.tongbao.contracts.event.IncidentReported;
import org.tongbao.contracts.event.MilestoneReached;
import org.tongbao.contracts.event.ObligationProgressed;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Anchors;
import org.tongbao.contracts.procedure.Condition;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.escalation.incident.domain.Incident;
import org.tongbao.escalation.incident.usecase.ChangeLevel;
import org.tongbao.escalation.incident.usecase.NotifyDamageControlled;
import org.tongbao.escalation.incident.usecase.NotifyOccasion;
import org.tongbao.escalation.incident.usecase.ReceiveIncident;
import org.tongbao.escalation.lateral.usecase.NotifyAffectedAgencies;
import org.tongbao.escalation.notice.usecase.NoticeFacts;
import org.tongbao.escalation.notice.usecase.ResolveNotices;
import org.tongbao.escalation.notice.usecase.TriggerDetails;
import org.tongbao.platform.inbox.EventHandlers;
import org.tongbao.platform.inbox.Inbox;
import org.tongbao.platform.inbox.ReceivedEvent;

/** Events of intake. */
@ApplicationScoped
class IncidentListener {
    private static final Set<String> CONTROLLED = Set.of("CONTAINED", "RECOVERED");

    private final Inbox inbox;
    private final ReceiveIncident receiveIncident;
    private final NotifyAffectedAgencies notifyAffected;
    private final NotifyOccasion notifyOccasion;
    private final ChangeLevel changeLevel;
    private final NotifyDamageControlled notifyDamageControlled;
    private final ResolveNotices resolveNotices;
    private final EventHandlers handlers;

    IncidentListener(
            Inbox inbox,
            ReceiveIncident receiveIncident,
            NotifyAffectedAgencies notifyAffected,
            NotifyOccasion notifyOccasion,
            ChangeLevel changeLevel,
            NotifyDamageControlled notifyDamageControlled,
            ResolveNotices resolveNotices) {
        this.inbox = inbox;
        this.receiveIncident = receiveIncident;
        this.notifyAffected = notifyAffected;
        this.notifyOccasion = notifyOccasion;
        this.changeLevel = changeLevel;
        this.notifyDamageControlled = notifyDamageControlled;
        this.resolveNotices = resolveNotices;
        this.handlers = new EventHandlers()
                .on(EventTypes.INCIDENT_REPORTED, this::reported)
                .on(EventTypes.INCIDENT_LEVEL_CHANGED, this::levelChanged)
                .on(EventTypes.AFFECTED_AGENCY_NAMED, this::affected)
                .on(EventTypes.OBLIGATION_PROGRESSED, this::progressed)
                .on(EventTypes.MILESTONE_REACHED, this::milestone)
                .on(EventTypes.CLOSING_FILED, this::closingFiled)
                .on(EventTypes.INCIDENT_CLOSED, this::closed);
    }

    @Incoming("incidents")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return inbox.receive("escalation.incidents", message, handlers);
    }

    private Uni<Void> reported(ReceivedEvent<IncidentReported> event) {
        IncidentReported it = event.payload();
        Incident incident = new Incident(
                it.incidentId(),
                it.number(),
                it.agency(),
                Level.of(it.level()),
                it.tlp(),
                it.procedureHash(),
                event.exercise(),
                it.stateSecret(),
                conditions(it),
                Map.of());
        return receiveIncident.receive(
                incident,
                anchors(it.anchors()),
                it.affectedAgencies().stream()
                        .map(IncidentReported.Affected::agency)
                        .toList(),
                event.id());
    }

    private static Set<Condition> conditions(IncidentReported it) {
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        if (!it.affectedAgencies().isEmpty()) {
            conditions.add(Condition.AFFECTED_AGENCIES);
        }
        if (it.personalData()) {
            conditions.add(Condition.PERSONAL_DATA);
        }
        if (it.approvedBy() == null) {
            conditions.add(Condition.APPROVAL_MISSING);
        }
        return conditions;
    }

    private static Anchors anchors(IncidentReported.Anchors it) {
        Map<Anchor, Instant> known = new EnumMap<>(Anchor.class);
        put(known, Anchor.OCCURRED, it.occurred());
        put(known, Anchor.DISCOVERED, it.discovered());
        put(known, Anchor.CONFIRMED, it.confirmed());
        put(known, Anchor.AWARE, it.aware());
        put(known, Anchor.REPORTED, it.reported());
        put(known, Anchor.RECEIVED, it.received());
        return Anchors.of(known);
    }

    private static void put(Map<Anchor, Instant> known, Anchor anchor, @Nullable Instant at) {
        if (at != null) {
            known.put(anchor, at);
        }
    }

    private Uni<Void> levelChanged(ReceivedEvent<IncidentLevelChanged> event) {
        IncidentLevelChanged it = event.payload();
        return changeLevel.change(it.incidentId(), Level.of(it.from()), Level.of(it.to()), event.id());
    }

    private Uni<Void> affected(ReceivedEvent<AffectedAgencyNamed> event) {
        AffectedAgencyNamed it = event.payload();
        return notifyAffected.add(it.incidentId(), it.affectedAgency(), event.id());
    }

    private Uni<Void> progressed(ReceivedEvent<ObligationProgressed> event) {
        ObligationProgressed it = event.payload();
        Occasion occasion =
                switch (it.progress()) {
                    case "WARNED" -> Occasion.OBLIGATION_WARNED;
                    case "OVERDUE" -> Occasion.OBLIGATION_OVERDUE;
                    default -> Occasion.OBLIGATION_MET;
                };
        return notifyOccasion.notifyOf(
                it.incidentId(),
                occasion,
                TriggerDetails.of(event.id())
                        .about(it.key())
                        .due(it.dueAt())
                        .with(new NoticeFacts(null, null, null, it.key(), it.percent(), it.progress())));
    }

    private Uni<Void> milestone(ReceivedEvent<MilestoneReached> event) {
        MilestoneReached it = event.payload();
        return CONTROLLED.contains(it.milestone())
                ? notifyDamageControlled.notifyOf(it.incidentId(), it.milestone(), event.id())
                : resolveNotices.resolve(it.incidentId(), Set.of());
    }

    private Uni<Void> closingFiled(ReceivedEvent<ClosingFiled> event) {
        return notifyOccasion.notifyOf(
                event.payload().incidentId(), Occasion.CLOSING_FILED, TriggerDetails.of(event.id()));
    }

    private Uni<Void> closed(ReceivedEvent<IncidentClosed> event) {
        IncidentClosed it = event.payload();
        return notifyOccasion
                .notifyOf(it.incidentId(), Occasion.CLOSED, TriggerDetails.of(event.id()))
                .chain(() -> resolveNotices.close(it.incidentId()));
    }
}
