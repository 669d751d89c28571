package org.tongbao.escalation.incident.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.escalation.notice.usecase.OpenNotices;
import org.tongbao.escalation.notice.usecase.Trigger;
import org.tongbao.escalation.notice.usecase.TriggerDetails;
import org.tongbao.platform.inbox.EventTooEarly;

/** Something happened in an incident that is known: whoever the procedure names is notified. */
@ApplicationScoped
public class NotifyOccasion {
    private final Incidents incidents;
    private final OpenNotices openNotices;

    NotifyOccasion(Incidents incidents, OpenNotices openNotices) {
        this.incidents = incidents;
        this.openNotices = openNotices;
    }

    /**
     * Within the transaction of the event.
     *
     * @throws EventTooEarly {@code unknown-incident}
     */
    public Uni<Void> notifyOf(UUID incidentId, Occasion occasion, TriggerDetails details) {
        return incidents
                .find(incidentId)
                .map(it -> it.orElseThrow(() -> new EventTooEarly("unknown-incident")))
                .chain(incident -> openNotices.open(incident, List.of(new Trigger(occasion, details))));
    }
}
