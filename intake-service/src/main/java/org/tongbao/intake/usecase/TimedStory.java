package org.tongbao.intake.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tongbao.intake.domain.IncidentChange;

/** Tells what the passing of time did, in the words of the case's own procedure. */
@ApplicationScoped
class TimedStory {
    private final RuleBook rules;
    private final Story story;

    TimedStory(RuleBook rules, Story story) {
        this.rules = rules;
        this.story = story;
    }

    Uni<Void> tell(DueObligations.Due due, List<IncidentChange> changes) {
        return rules.version(due.procedureHash())
                .chain(procedure ->
                        story.tell(ChangeHappenings.of(due.incidentId(), due.agency(), procedure, changes)));
    }
}
