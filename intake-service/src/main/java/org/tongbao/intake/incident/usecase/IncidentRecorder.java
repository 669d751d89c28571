package org.tongbao.intake.incident.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.incident.domain.IncidentChange;
import org.tongbao.intake.obligation.usecase.ObligationScheduler;
import org.tongbao.intake.timeline.domain.TimelineEntry;
import org.tongbao.intake.timeline.usecase.Timeline;
import org.tongbao.intake.timeline.usecase.TimelineEntries;

/** Saves a changed incident, adds its timeline entries and announces the changes, in the transaction of the change. */
@ApplicationScoped
public class IncidentRecorder {
    private final Incidents incidents;
    private final Timeline timeline;
    private final Announcer announcer;
    private final ObligationScheduler scheduler;

    IncidentRecorder(Incidents incidents, Timeline timeline, Announcer announcer, ObligationScheduler scheduler) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.announcer = announcer;
        this.scheduler = scheduler;
    }

    /**
     * @param actions what somebody did; their entries precede those of the changes
     */
    public Uni<Void> record(Incident incident, List<TimelineEntry> actions, List<IncidentChange> changes, Instant now) {
        List<TimelineEntry> entries = Stream.concat(actions.stream(), TimelineEntries.of(incident, changes).stream())
                .toList();
        scheduler.schedule(incident.obligations());
        return incidents
                .save(incident, now)
                .chain(() -> announcer.announce(incident.id(), incident.exercise(), changes))
                .chain(() -> timeline.add(entries));
    }
}
