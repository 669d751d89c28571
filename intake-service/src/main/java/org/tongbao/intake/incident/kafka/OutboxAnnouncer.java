package org.tongbao.intake.incident.kafka;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tongbao.contracts.event.AffectedAgencyNamed;
import org.tongbao.contracts.event.ClosingFiled;
import org.tongbao.contracts.event.EventType;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.IncidentClosed;
import org.tongbao.contracts.event.IncidentLevelChanged;
import org.tongbao.contracts.event.IncidentPayload;
import org.tongbao.contracts.event.MilestoneReached;
import org.tongbao.contracts.event.ObligationProgressed;
import org.tongbao.contracts.event.ReportApproved;
import org.tongbao.intake.affected.domain.AffectedAgency;
import org.tongbao.intake.incident.domain.IncidentChange;
import org.tongbao.intake.incident.usecase.Announcer;
import org.tongbao.intake.obligation.domain.IncidentObligation;
import org.tongbao.platform.outbox.Outbox;

@ApplicationScoped
class OutboxAnnouncer implements Announcer {
    private final Outbox outbox;

    OutboxAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> announce(UUID incidentId, boolean exercise, List<IncidentChange> changes) {
        return Multi.createFrom()
                .iterable(changes)
                .onItem()
                .transformToUniAndConcatenate(change -> announce(incidentId, exercise, change))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> announce(UUID id, boolean exercise, IncidentChange change) {
        return change.accept(new Announcement(outbox, id, exercise));
    }

    /** The event of each change. */
    private record Announcement(Outbox outbox, UUID id, boolean exercise) implements IncidentChange.Visitor<Uni<Void>> {
        @Override
        public Uni<Void> levelChanged(IncidentChange.LevelChanged it) {
            var limits = it.limits().stream()
                    .map(limit -> new IncidentLevelChanged.Limit(limit.key(), limit.dueAt(), limit.overdue()))
                    .toList();
            return add(
                    EventTypes.INCIDENT_LEVEL_CHANGED,
                    new IncidentLevelChanged(
                            id,
                            it.from().number(),
                            it.to().number(),
                            it.reason().name(),
                            it.by(),
                            it.at(),
                            limits));
        }

        @Override
        public Uni<Void> obligationProgressed(IncidentChange.ObligationProgressed it) {
            IncidentObligation obligation = it.obligation();
            boolean warned = it.progress() == IncidentChange.Progress.WARNED;
            return add(
                    EventTypes.OBLIGATION_PROGRESSED,
                    new ObligationProgressed(
                            id,
                            obligation.key(),
                            obligation.clause(),
                            it.progress().name(),
                            warned ? obligation.warned() : null,
                            obligation.dueAt(),
                            it.at()));
        }

        @Override
        public Uni<Void> milestoneReached(IncidentChange.MilestoneReached it) {
            return add(
                    EventTypes.MILESTONE_REACHED,
                    new MilestoneReached(id, it.milestone().name(), it.at(), it.recordedAt()));
        }

        @Override
        public Uni<Void> affectedAgencyNamed(IncidentChange.AffectedAgencyNamed it) {
            AffectedAgency affected = it.affected();
            return add(
                    EventTypes.AFFECTED_AGENCY_NAMED,
                    new AffectedAgencyNamed(id, affected.agency(), affected.why(), it.at()));
        }

        @Override
        public Uni<Void> approved(IncidentChange.Approved it) {
            return add(EventTypes.REPORT_APPROVED, new ReportApproved(id, it.by(), it.at()));
        }

        @Override
        public Uni<Void> closingFiled(IncidentChange.ClosingFiled it) {
            return add(EventTypes.CLOSING_FILED, new ClosingFiled(id, it.by(), it.at()));
        }

        @Override
        public Uni<Void> closed(IncidentChange.Closed it) {
            return add(EventTypes.INCIDENT_CLOSED, new IncidentClosed(id, it.at()));
        }

        private <T extends Record & IncidentPayload> Uni<Void> add(EventType<T> type, T payload) {
            return outbox.add(type, payload, exercise);
        }
    }
}
