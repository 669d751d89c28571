package org.tongbao.intake.timeline.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tongbao.intake.affected.usecase.AffectedAgencies;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.incident.usecase.IncidentReader;
import org.tongbao.intake.timeline.domain.TimelineEntry;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** Reads the timeline of an incident. */
@ApplicationScoped
public class ReadTimeline {
    private final Transactions transactions;
    private final IncidentReader incidents;
    private final AffectedAgencies affected;
    private final Timeline timeline;

    ReadTimeline(Transactions transactions, IncidentReader incidents, AffectedAgencies affected, Timeline timeline) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.affected = affected;
        this.timeline = timeline;
    }

    public Uni<List<TimelineEntry>> read(Caller caller, UUID id) {
        return transactions.as(
                caller, () -> incidents.read(caller, id, "timeline").chain(stored -> timeline(stored.incident())));
    }

    private Uni<List<TimelineEntry>> timeline(Incident incident) {
        return affected.of(incident.id())
                .chain(named -> timeline.of(incident.id()).map(later -> OpeningEntries.before(incident, named, later)));
    }
}
