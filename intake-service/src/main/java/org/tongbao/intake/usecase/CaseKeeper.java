package org.tongbao.intake.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.tongbao.intake.domain.Happening;
import org.tongbao.intake.domain.Incident;
import org.tongbao.intake.domain.IncidentChange;

/** Keeps a changed case, tells its timeline and the other services: one transaction with the change itself. */
@ApplicationScoped
class CaseKeeper {
    private final Incidents incidents;
    private final Story story;
    private final Announcer announcer;
    private final ObligationAlarm alarm;

    CaseKeeper(Incidents incidents, Story story, Announcer announcer, ObligationAlarm alarm) {
        this.incidents = incidents;
        this.story = story;
        this.announcer = announcer;
        this.alarm = alarm;
    }

    /**
     * @param acts what somebody did, told before what it led to
     */
    Uni<Void> keep(Incident incident, List<Happening> acts, List<IncidentChange> changes, Instant now) {
        List<Happening> happenings = Stream.concat(acts.stream(), ChangeHappenings.of(incident, changes).stream())
                .toList();
        alarm.expect(incident.obligations());
        return incidents
                .save(incident, now)
                .chain(() -> announcer.announce(incident.id(), incident.exercise(), changes))
                .chain(() -> story.tell(happenings));
    }
}
