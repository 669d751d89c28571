package org.tongbao.review.kafka;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tongbao.contracts.event.EventType;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.IncidentPayload;
import org.tongbao.contracts.event.InformationRequested;
import org.tongbao.contracts.event.ReviewConcluded;
import org.tongbao.contracts.event.ReviewMissed;
import org.tongbao.contracts.event.ReviewOpened;
import org.tongbao.contracts.event.ReviewTakenOver;
import org.tongbao.platform.outbox.Outbox;
import org.tongbao.review.domain.Conclusion;
import org.tongbao.review.domain.Review;
import org.tongbao.review.domain.ReviewChange;
import org.tongbao.review.domain.ReviewState;
import org.tongbao.review.usecase.Announcer;

/** Turns what happened into the contracts' words. Claims and the like concern nobody else. */
@ApplicationScoped
class KafkaAnnouncer implements Announcer {
    private final Outbox outbox;

    KafkaAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> announce(Review review, List<ReviewChange> changes) {
        ReviewState state = review.state();
        return Multi.createFrom()
                .iterable(changes)
                .onItem()
                .transformToUniAndConcatenate(change -> announce(state, change))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> announce(ReviewState state, ReviewChange change) {
        if (change instanceof ReviewChange.Opened it) {
            return add(state, EventTypes.REVIEW_OPENED, opened(state, it));
        }
        if (change instanceof ReviewChange.DeadlineMissed it) {
            return add(state, EventTypes.REVIEW_MISSED, missed(state, it));
        }
        if (change instanceof ReviewChange.TakenOver it) {
            return add(state, EventTypes.REVIEW_TAKEN_OVER, takenOver(state, it));
        }
        if (change instanceof ReviewChange.InformationRequested it) {
            return add(state, EventTypes.INFORMATION_REQUESTED, requested(state, it));
        }
        if (change instanceof ReviewChange.Concluded it) {
            return add(state, EventTypes.REVIEW_CONCLUDED, concluded(state, it.conclusion()));
        }
        return Uni.createFrom().voidItem();
    }

    private <T extends Record & IncidentPayload> Uni<Void> add(ReviewState state, EventType<T> type, T payload) {
        return outbox.add(type, payload, state.incident().exercise());
    }

    private static ReviewOpened opened(ReviewState state, ReviewChange.Opened change) {
        return new ReviewOpened(
                state.incident().id().value(),
                state.id().value(),
                state.kind().name(),
                change.authority(),
                state.terms().clause(),
                change.at(),
                change.dueAt());
    }

    private static ReviewMissed missed(ReviewState state, ReviewChange.DeadlineMissed change) {
        return new ReviewMissed(
                state.incident().id().value(),
                state.id().value(),
                state.kind().name(),
                change.authority(),
                state.terms().clause(),
                change.dueAt(),
                change.next().orElse(null));
    }

    private static ReviewTakenOver takenOver(ReviewState state, ReviewChange.TakenOver change) {
        return new ReviewTakenOver(
                state.incident().id().value(),
                state.id().value(),
                change.from(),
                change.by().agency(),
                change.by().name(),
                change.at());
    }

    private static InformationRequested requested(ReviewState state, ReviewChange.InformationRequested change) {
        return new InformationRequested(
                state.incident().id().value(),
                state.id().value(),
                change.by().agency(),
                change.what(),
                state.terms().informationClause(),
                change.at());
    }

    private static ReviewConcluded concluded(ReviewState state, Conclusion end) {
        return new ReviewConcluded(
                state.incident().id().value(),
                state.id().value(),
                state.kind().name(),
                end.verdict().outcome().name(),
                end.level() == null ? null : end.level().number(),
                end.verdict().basis(),
                end.by().agency(),
                end.by().name(),
                state.terms().clause(),
                end.at(),
                end.late());
    }
}
