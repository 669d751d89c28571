package org.tongbao.intake.review.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.InformationRequested;
import org.tongbao.contracts.event.ReviewConcluded;
import org.tongbao.contracts.event.ReviewMissed;
import org.tongbao.contracts.event.ReviewOpened;
import org.tongbao.contracts.event.ReviewTakenOver;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.intake.review.usecase.RecordReview;
import org.tongbao.intake.timeline.domain.TimelineEntryKind;
import org.tongbao.platform.inbox.DeadLetter;
import org.tongbao.platform.inbox.EventHandlers;
import org.tongbao.platform.inbox.Inbox;
import org.tongbao.platform.time.Times;

@ApplicationScoped
class ReviewListener {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Times.TAIPEI);

    private final Inbox inbox;
    private final RecordReview record;
    private final EventHandlers handlers;

    ReviewListener(Inbox inbox, RecordReview record) {
        this.inbox = inbox;
        this.record = record;
        handlers = new EventHandlers()
                .on(EventTypes.REVIEW_OPENED, event -> opened(event.payload()))
                .on(EventTypes.REVIEW_CONCLUDED, event -> concluded(event.payload()))
                .on(EventTypes.REVIEW_MISSED, event -> missed(event.payload()))
                .on(EventTypes.REVIEW_TAKEN_OVER, event -> takenOver(event.payload()))
                .on(EventTypes.INFORMATION_REQUESTED, event -> requested(event.payload()));
    }

    @Incoming("reviews")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return inbox.receive("intake.reviews", message, handlers);
    }

    private Uni<Void> opened(ReviewOpened it) {
        Instant due = it.dueAt();
        var event = new RecordReview.ReviewEvent(
                it.incidentId(),
                it.openedAt(),
                TimelineEntryKind.REVIEW_OPENED,
                it.authority(),
                it.authority(),
                it.clause(),
                null,
                due == null
                        ? Map.of("authority", it.authority())
                        : Map.of("authority", it.authority(), "due", TIME.format(due)),
                turn(it.authority(), it.kind()));
        return ReviewKind.LEVEL.is(it.kind()) && due != null ? record.opened(event, due) : record.record(event);
    }

    private static RecordReview.@Nullable Turn turn(@Nullable String authority, String kind) {
        return authority == null
                ? null
                : new RecordReview.Turn(authority, ReviewKind.LEVEL.is(kind) ? ReviewKind.LEVEL : ReviewKind.CLOSING);
    }

    private Uni<Void> missed(ReviewMissed it) {
        var event = new RecordReview.ReviewEvent(
                it.incidentId(),
                it.dueAt(),
                TimelineEntryKind.REVIEW_MISSED,
                it.authority(),
                it.authority(),
                it.clause(),
                null,
                Map.of("authority", it.authority(), "due", TIME.format(it.dueAt())),
                turn(it.next(), it.kind()));
        return ReviewKind.LEVEL.is(it.kind()) ? record.missed(event) : record.record(event);
    }

    private Uni<Void> concluded(ReviewConcluded it) {
        return switch (it.outcome()) {
            case "CONFIRMED" -> record.levelConcluded(event(it, TimelineEntryKind.REVIEW_CONFIRMED), level(it));
            case "RELEVELED" -> record.levelConcluded(event(it, TimelineEntryKind.REVIEW_RELEVELED), level(it));
            case "RECEIVED", "ACCEPTED" -> record.closingReceived(event(it, TimelineEntryKind.CLOSING_RECEIVED));
            case "QUESTIONED" -> record.closingQuestioned(event(it, TimelineEntryKind.CLOSING_QUESTIONED));
            default -> throw new DeadLetter("unknown-outcome");
        };
    }

    private static Level level(ReviewConcluded it) {
        Integer level = it.level();
        if (level == null || !Level.exists(level)) {
            throw new DeadLetter("no-level");
        }
        return Level.of(level);
    }

    private static RecordReview.ReviewEvent event(ReviewConcluded it, TimelineEntryKind kind) {
        return new RecordReview.ReviewEvent(
                it.incidentId(),
                it.concludedAt(),
                kind,
                it.reviewer(),
                it.authority(),
                it.clause(),
                it.basis(),
                Map.of("level", String.valueOf(it.level())),
                null);
    }

    private Uni<Void> takenOver(ReviewTakenOver it) {
        return record.record(new RecordReview.ReviewEvent(
                it.incidentId(),
                it.takenOverAt(),
                TimelineEntryKind.REVIEW_TAKEN_OVER,
                it.reviewer(),
                it.by(),
                null,
                null,
                Map.of("from", it.from()),
                null));
    }

    private Uni<Void> requested(InformationRequested it) {
        return record.record(new RecordReview.ReviewEvent(
                it.incidentId(),
                it.requestedAt(),
                TimelineEntryKind.INFORMATION_REQUESTED,
                it.authority(),
                it.authority(),
                it.clause(),
                it.what(),
                Map.of(),
                null));
    }
}
