package org.tongbao.platform.probe;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.IncidentClosed;
import org.tongbao.contracts.event.ReviewTakenOver;
import org.tongbao.platform.access.Sql;
import org.tongbao.platform.inbox.AgencyFeed;
import org.tongbao.platform.inbox.EventHandlers;
import org.tongbao.platform.inbox.Inbox;
import org.tongbao.platform.inbox.ParkedEvent;
import org.tongbao.platform.inbox.ReceivedEvent;

/** Leaves one row for each effect; an incident that was never closed is unknown to the reviews. */
@ApplicationScoped
public class ProbeListener {
    public static final String INCIDENTS = "probe.incidents";
    public static final String REVIEWS = "probe.reviews";

    /** Subjects whose events cannot be applied. */
    public static final Set<String> BROKEN = ConcurrentHashMap.newKeySet();

    @Inject
    Inbox inbox;

    @Inject
    AgencyFeed agencies;

    private final EventHandlers incidentHandlers = new EventHandlers().on(EventTypes.INCIDENT_CLOSED, this::closed);
    private final EventHandlers reviewHandlers = new EventHandlers().on(EventTypes.REVIEW_TAKEN_OVER, this::takenOver);

    @Incoming("agencies")
    Uni<Void> onAgency(ConsumerRecord<String, byte[]> message) {
        return agencies.receive(message);
    }

    @Incoming("incidents")
    Uni<Void> onIncident(ConsumerRecord<String, byte[]> message) {
        return inbox.receive(INCIDENTS, message, incidentHandlers);
    }

    @Incoming("reviews")
    Uni<Void> onReview(ConsumerRecord<String, byte[]> message) {
        return inbox.receive(REVIEWS, message, reviewHandlers);
    }

    private Uni<Void> closed(ReceivedEvent<IncidentClosed> event) {
        if (BROKEN.contains(event.subject())) {
            throw new IllegalStateException("private detail that must not leave the log");
        }
        return leave(INCIDENTS, event);
    }

    private Uni<Void> takenOver(ReceivedEvent<ReviewTakenOver> event) {
        return Sql.query(
                        "select 1 from effect where listener = $1 and subject = $2",
                        row -> 1,
                        INCIDENTS,
                        event.subject())
                .chain(known -> {
                    if (known.isEmpty()) {
                        throw new ParkedEvent("unknown-incident");
                    }
                    return leave(REVIEWS, event);
                });
    }

    private static Uni<Void> leave(String listener, ReceivedEvent<?> event) {
        return Sql.update(
                        "insert into effect (listener, event_id, subject, sequence) values ($1, $2, $3, $4)",
                        listener,
                        event.id(),
                        event.subject(),
                        event.sequence())
                .replaceWithVoid();
    }
}
