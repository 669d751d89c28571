package org.tongbao.intake.obligation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tongbao.intake.incident.domain.IncidentChange;
import org.tongbao.intake.timeline.usecase.Timeline;
import org.tongbao.intake.timeline.usecase.TimelineEntries;
import org.tongbao.platform.procedure.ProcedureVersions;

/** Timeline entries of the timer, with the names of the incident's own procedure version. */
@ApplicationScoped
class ObligationTimeline {
    private final ProcedureVersions procedures;
    private final Timeline timeline;

    ObligationTimeline(ProcedureVersions procedures, Timeline timeline) {
        this.procedures = procedures;
        this.timeline = timeline;
    }

    Uni<Void> add(DueObligations.Due due, List<IncidentChange> changes) {
        return procedures
                .byHash(due.procedureHash())
                .chain(procedure ->
                        timeline.add(TimelineEntries.of(due.incidentId(), due.agency(), procedure, changes)));
    }
}
