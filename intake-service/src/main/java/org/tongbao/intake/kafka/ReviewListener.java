package org.tongbao.intake.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.InformationRequested;
import org.tongbao.contracts.event.ReviewConcluded;
import org.tongbao.contracts.event.ReviewMissed;
import org.tongbao.contracts.event.ReviewOpened;
import org.tongbao.contracts.event.ReviewTakenOver;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.intake.domain.HappeningKind;
import org.tongbao.intake.usecase.NoteReview;
import org.tongbao.platform.inbox.DeadLetter;
import org.tongbao.platform.inbox.EventHandlers;
import org.tongbao.platform.inbox.Inbox;

@ApplicationScoped
class ReviewListener {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Taipei"));

    private final Inbox inbox;
    private final NoteReview note;
    private final EventHandlers handlers;

    ReviewListener(Inbox inbox, NoteReview note) {
        this.inbox = inbox;
        this.note = note;
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
        var act = new NoteReview.Act(
                it.incidentId(),
                it.openedAt(),
                HappeningKind.REVIEW_OPENED,
                it.authority(),
                it.authority(),
                it.clause(),
                null,
                due == null
                        ? Map.of("authority", it.authority())
                        : Map.of("authority", it.authority(), "due", TIME.format(due)));
        return ReviewKind.LEVEL.is(it.kind()) && due != null ? note.opened(act, due) : note.told(act);
    }

    private Uni<Void> missed(ReviewMissed it) {
        var act = new NoteReview.Act(
                it.incidentId(),
                it.dueAt(),
                HappeningKind.REVIEW_MISSED,
                it.authority(),
                it.authority(),
                it.clause(),
                null,
                Map.of("authority", it.authority(), "due", TIME.format(it.dueAt())));
        return ReviewKind.LEVEL.is(it.kind()) ? note.missed(act) : note.told(act);
    }

    private Uni<Void> concluded(ReviewConcluded it) {
        return switch (it.outcome()) {
            case "CONFIRMED" -> note.levelFound(act(it, HappeningKind.REVIEW_CONFIRMED), level(it));
            case "RELEVELED" -> note.levelFound(act(it, HappeningKind.REVIEW_RELEVELED), level(it));
            case "RECEIVED", "ACCEPTED" -> note.closingReceived(act(it, HappeningKind.CLOSING_RECEIVED));
            case "QUESTIONED" -> note.closingQuestioned(act(it, HappeningKind.CLOSING_QUESTIONED));
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

    private static NoteReview.Act act(ReviewConcluded it, HappeningKind kind) {
        return new NoteReview.Act(
                it.incidentId(),
                it.concludedAt(),
                kind,
                it.reviewer(),
                it.authority(),
                it.clause(),
                it.basis(),
                Map.of("level", String.valueOf(it.level())));
    }

    private Uni<Void> takenOver(ReviewTakenOver it) {
        return note.told(new NoteReview.Act(
                it.incidentId(),
                it.takenOverAt(),
                HappeningKind.REVIEW_TAKEN_OVER,
                it.reviewer(),
                it.by(),
                null,
                null,
                Map.of("from", it.from())));
    }

    private Uni<Void> requested(InformationRequested it) {
        return note.told(new NoteReview.Act(
                it.incidentId(),
                it.requestedAt(),
                HappeningKind.INFORMATION_REQUESTED,
                it.authority(),
                it.authority(),
                it.clause(),
                it.what(),
                Map.of()));
    }
}
