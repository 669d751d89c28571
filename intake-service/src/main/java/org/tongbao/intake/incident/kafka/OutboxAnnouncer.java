package org.tongbao.intake.incident.kafka;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tongbao.contracts.event.AffectedAgencyNamed;
import org.tongbao.contracts.event.ClosingFiled;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.IncidentClosed;
import org.tongbao.contracts.event.IncidentLevelChanged;
import org.tongbao.contracts.event.MilestoneReached;
import org.tongbao.contracts.event.ObligationProgressed;
import org.tongbao.contracts.event.ReportApproved;
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
        if (change instanceof IncidentChange.LevelChanged it) {
            return outbox.add(EventTypes.INCIDENT_LEVEL_CHANGED, levelChanged(id, it), exercise);
        }
        if (change instanceof IncidentChange.ObligationProgressed it) {
            return outbox.add(EventTypes.OBLIGATION_PROGRESSED, progressed(id, it), exercise);
        }
        if (change instanceof IncidentChange.MilestoneReached it) {
            var event = new MilestoneReached(id, it.milestone().name(), it.at(), it.recordedAt());
            return outbox.add(EventTypes.MILESTONE_REACHED, event, exercise);
        }
        if (change instanceof IncidentChange.AffectedAgencyNamed it) {
            var event = new AffectedAgencyNamed(
                    id, it.affected().agency(), it.affected().why(), it.at());
            return outbox.add(EventTypes.AFFECTED_AGENCY_NAMED, event, exercise);
        }
        if (change instanceof IncidentChange.Approved it) {
            return outbox.add(EventTypes.REPORT_APPROVED, new ReportApproved(id, it.by(), it.at()), exercise);
        }
        if (change instanceof IncidentChange.ClosingFiled it) {
            return outbox.add(EventTypes.CLOSING_FILED, new ClosingFiled(id, it.by(), it.at()), exercise);
        }
        if (change instanceof IncidentChange.Closed it) {
            return outbox.add(EventTypes.INCIDENT_CLOSED, new IncidentClosed(id, it.at()), exercise);
        }
        throw new IllegalStateException("no event for " + change.getClass().getSimpleName());
    }

    private static IncidentLevelChanged levelChanged(UUID id, IncidentChange.LevelChanged it) {
        return new IncidentLevelChanged(
                id,
                it.from().number(),
                it.to().number(),
                it.reason().name(),
                it.by(),
                it.at(),
                it.limits().stream()
                        .map(limit -> new IncidentLevelChanged.Limit(limit.key(), limit.dueAt(), limit.overdue()))
                        .toList());
    }

    private static ObligationProgressed progressed(UUID id, IncidentChange.ObligationProgressed it) {
        IncidentObligation obligation = it.obligation();
        boolean warned = it.progress() == IncidentChange.Progress.WARNED;
        return new ObligationProgressed(
                id,
                obligation.key(),
                obligation.clause(),
                it.progress().name(),
                warned ? obligation.warned() : null,
                obligation.dueAt(),
                it.at());
    }
}
