package org.tongbao.escalation.incident.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.InformationRequested;
import org.tongbao.contracts.event.ReviewConcluded;
import org.tongbao.contracts.event.ReviewMissed;
import org.tongbao.contracts.event.ReviewOpened;
import org.tongbao.contracts.event.ReviewTakenOver;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.contracts.procedure.Relation;
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.escalation.incident.usecase.NotifyOccasion;
import org.tongbao.escalation.notice.usecase.NoticeFacts;
import org.tongbao.escalation.notice.usecase.ResolveNotices;
import org.tongbao.escalation.notice.usecase.TriggerDetails;
import org.tongbao.platform.inbox.EventHandlers;
import org.tongbao.platform.inbox.Inbox;
import org.tongbao.platform.inbox.ReceivedEvent;

/** Events of review. */
@ApplicationScoped
class ReviewListener {
    private final Inbox inbox;
    private final NotifyOccasion notifyOccasion;
    private final ResolveNotices resolveNotices;
    private final EventHandlers handlers;

    ReviewListener(Inbox inbox, NotifyOccasion notifyOccasion, ResolveNotices resolveNotices) {
        this.inbox = inbox;
        this.notifyOccasion = notifyOccasion;
        this.resolveNotices = resolveNotices;
        this.handlers = new EventHandlers()
                .on(EventTypes.REVIEW_OPENED, this::opened)
                .on(EventTypes.REVIEW_CONCLUDED, this::concluded)
                .on(EventTypes.REVIEW_MISSED, this::missed)
                .on(EventTypes.REVIEW_TAKEN_OVER, this::takenOver)
                .on(EventTypes.INFORMATION_REQUESTED, this::informationRequested);
    }

    @Incoming("reviews")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return inbox.receive("escalation.reviews", message, handlers);
    }

    private Uni<Void> opened(ReceivedEvent<ReviewOpened> event) {
        ReviewOpened it = event.payload();
        if (!ReviewKind.LEVEL.is(it.kind())) {
            return Uni.createFrom().voidItem();
        }
        return notifyOccasion.notifyOf(
                it.incidentId(),
                Occasion.REVIEW_OPENED,
                TriggerDetails.of(event.id())
                        .naming(Relation.REVIEWING, it.authority())
                        .due(it.dueAt()));
    }

    private Uni<Void> concluded(ReceivedEvent<ReviewConcluded> event) {
        ReviewConcluded it = event.payload();
        boolean level = ReviewKind.LEVEL.is(it.kind());
        Set<Occasion> done = level ? Set.of(Occasion.REVIEW_OPENED, Occasion.REVIEW_MISSED) : Set.of();
        return notifyOccasion
                .notifyOf(
                        it.incidentId(),
                        level ? Occasion.LEVEL_DECIDED : Occasion.CLOSING_DECIDED,
                        TriggerDetails.of(event.id())
                                .naming(Relation.REVIEWING, it.authority())
                                .with(new NoticeFacts(null, null, it.level(), null, null, it.outcome())))
                .chain(() -> resolveNotices.resolve(it.incidentId(), done));
    }

    private Uni<Void> missed(ReceivedEvent<ReviewMissed> event) {
        ReviewMissed it = event.payload();
        TriggerDetails details = TriggerDetails.of(event.id())
                .naming(Relation.REVIEWING, it.authority())
                .due(it.dueAt());
        String next = it.next();
        return notifyOccasion.notifyOf(
                it.incidentId(),
                Occasion.REVIEW_MISSED,
                next == null ? details : details.naming(Relation.NEXT_REVIEWING, next));
    }

    private Uni<Void> takenOver(ReceivedEvent<ReviewTakenOver> event) {
        ReviewTakenOver it = event.payload();
        return notifyOccasion.notifyOf(
                it.incidentId(),
                Occasion.REVIEW_TAKEN_OVER,
                TriggerDetails.of(event.id()).naming(Relation.REVIEWING, it.by()));
    }

    private Uni<Void> informationRequested(ReceivedEvent<InformationRequested> event) {
        InformationRequested it = event.payload();
        return notifyOccasion.notifyOf(
                it.incidentId(),
                Occasion.INFORMATION_REQUESTED,
                TriggerDetails.of(event.id()).naming(Relation.REVIEWING, it.authority()));
    }
}
