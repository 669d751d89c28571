package org.tongbao.review.incident.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.event.ClosingFiled;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.IncidentLevelChanged;
import org.tongbao.contracts.event.IncidentReported;
import org.tongbao.contracts.event.ReportApproved;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.platform.inbox.EventHandlers;
import org.tongbao.platform.inbox.Inbox;
import org.tongbao.platform.inbox.ReceivedEvent;
import org.tongbao.review.incident.domain.Incident;
import org.tongbao.review.incident.domain.IncidentId;
import org.tongbao.review.incident.domain.IncidentRef;
import org.tongbao.review.review.usecase.ApplyLevelChange;
import org.tongbao.review.review.usecase.ReceiveClosing;
import org.tongbao.review.review.usecase.ReceiveReport;
import org.tongbao.review.review.usecase.RecordApproval;

@ApplicationScoped
class IncidentListener {
    private static final String DECLARED = "DECLARED";

    private final Inbox inbox;
    private final ReceiveReport receiveReport;
    private final ApplyLevelChange applyLevelChange;
    private final RecordApproval recordApproval;
    private final ReceiveClosing receiveClosing;
    private final EventHandlers handlers;

    IncidentListener(
            Inbox inbox,
            ReceiveReport receiveReport,
            ApplyLevelChange applyLevelChange,
            RecordApproval recordApproval,
            ReceiveClosing receiveClosing) {
        this.inbox = inbox;
        this.receiveReport = receiveReport;
        this.applyLevelChange = applyLevelChange;
        this.recordApproval = recordApproval;
        this.receiveClosing = receiveClosing;
        this.handlers = new EventHandlers()
                .on(EventTypes.INCIDENT_REPORTED, event -> receiveReport.receive(incident(event)))
                .on(EventTypes.INCIDENT_LEVEL_CHANGED, event -> levelChanged(event.payload()))
                .on(EventTypes.REPORT_APPROVED, event -> approved(event.payload()))
                .on(EventTypes.CLOSING_FILED, event -> closingFiled(event.payload()));
    }

    @Incoming("incidents")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return inbox.receive("review.incidents", message, handlers);
    }

    private Uni<Void> levelChanged(IncidentLevelChanged change) {
        var id = new IncidentId(change.incidentId());
        Level to = Level.of(change.to());
        return change.reason().equals(DECLARED)
                ? applyLevelChange.declared(id, to, change.changedAt())
                : applyLevelChange.reviewed(id, to);
    }

    private Uni<Void> approved(ReportApproved approved) {
        return recordApproval.record(new IncidentId(approved.incidentId()), approved.approvedBy());
    }

    private Uni<Void> closingFiled(ClosingFiled filed) {
        return receiveClosing.receive(new IncidentId(filed.incidentId()), filed.filedBy(), filed.filedAt());
    }

    private static Incident incident(ReceivedEvent<IncidentReported> event) {
        IncidentReported report = event.payload();
        Level level = Level.of(report.level());
        return new Incident(
                new IncidentRef(
                        new IncidentId(report.incidentId()), report.number(), report.agency(), event.exercise()),
                report.procedureHash(),
                level,
                level,
                anchors(report.anchors()),
                report.reportedBy(),
                report.approvedBy());
    }

    private static Map<Anchor, Instant> anchors(IncidentReported.Anchors given) {
        Map<Anchor, Instant> anchors = new EnumMap<>(Anchor.class);
        put(anchors, Anchor.OCCURRED, given.occurred());
        put(anchors, Anchor.DISCOVERED, given.discovered());
        put(anchors, Anchor.CONFIRMED, given.confirmed());
        put(anchors, Anchor.AWARE, given.aware());
        put(anchors, Anchor.REPORTED, given.reported());
        put(anchors, Anchor.RECEIVED, given.received());
        return anchors;
    }

    private static void put(Map<Anchor, Instant> anchors, Anchor anchor, @Nullable Instant at) {
        if (at != null) {
            anchors.put(anchor, at);
        }
    }
}
