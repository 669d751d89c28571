package org.tongbao.review.stage;

import org.tongbao.review.stage.Incidents;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;

/** An incident of TPE-EDU with its open level review at TPE-DOIT. */
public record Case(UUID incident, String review) {

    public static Case open(Events events, int level) {
        return open(events, level, Incidents.now());
    }

    public static Case overdue(Events events) {
        Case opened = open(events, 3, Incidents.now().minus(Duration.ofHours(3)));
        Doors.awaitState(opened.review(), "OVERDUE");
        return opened;
    }

    private static Case open(Events events, int level, Instant received) {
        UUID incident = Ids.next();
        events.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, level, received));
        return new Case(incident, Doors.pending(incident, "LEVEL"));
    }

    public static Case closingOf(Events events, Case open) {
        events.send(EventTypes.CLOSING_FILED, 2, Incidents.closingFiled(open.incident()));
        return new Case(open.incident(), Doors.pending(open.incident(), "CLOSING"));
    }
}
