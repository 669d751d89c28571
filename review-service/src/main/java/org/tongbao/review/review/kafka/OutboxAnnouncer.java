package org.tongbao.review.review.kafka;

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
import org.tongbao.review.review.domain.Conclusion;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewChange;
import org.tongbao.review.review.domain.ReviewState;
import org.tongbao.review.review.usecase.Announcer;

/** Maps changes to events of the contracts. Claims and releases stay inside the service. */
@ApplicationScoped
class OutboxAnnouncer implements Announcer {
    private final Outbox outbox;

    OutboxAnnouncer(Outbox outbox) {
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
        return change.accept(new Events(state));
    }

    /** The event of each change; nothing for what stays inside the service. */
    private final class Events implements ReviewChange.Visitor<Uni<Void>> {
        private final ReviewState state;

        Events(ReviewState state) {
            this.state = state;
        }

        @Override
        public Uni<Void> opened(ReviewChange.Opened it) {
            return add(EventTypes.REVIEW_OPENED, OutboxAnnouncer.opened(state, it));
        }

        @Override
        public Uni<Void> deadlineMissed(ReviewChange.DeadlineMissed it) {
            return add(EventTypes.REVIEW_MISSED, missed(state, it));
        }

        @Override
        public Uni<Void> takenOver(ReviewChange.TakenOver it) {
            return add(EventTypes.REVIEW_TAKEN_OVER, OutboxAnnouncer.takenOver(state, it));
        }

        @Override
        public Uni<Void> informationRequested(ReviewChange.InformationRequested it) {
            return add(EventTypes.INFORMATION_REQUESTED, requested(state, it));
        }

        @Override
        public Uni<Void> concluded(ReviewChange.Concluded it) {
            return add(EventTypes.REVIEW_CONCLUDED, OutboxAnnouncer.concluded(state, it.conclusion()));
        }

        @Override
        public Uni<Void> claimed(ReviewChange.Claimed it) {
            return nothing();
        }

        @Override
        public Uni<Void> released(ReviewChange.Released it) {
            return nothing();
        }

        @Override
        public Uni<Void> levelChanged(ReviewChange.LevelChanged it) {
            return nothing();
        }

        @Override
        public Uni<Void> filedAgain(ReviewChange.FiledAgain it) {
            return nothing();
        }

        @Override
        public Uni<Void> approved(ReviewChange.Approved it) {
            return nothing();
        }

        private <T extends Record & IncidentPayload> Uni<Void> add(EventType<T> type, T payload) {
            return outbox.add(type, payload, state.incident().exercise());
        }

        private static Uni<Void> nothing() {
            return Uni.createFrom().voidItem();
        }
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
                end.decision().outcome().name(),
                end.level() == null ? null : end.level().number(),
                end.decision().basis(),
                end.by().agency(),
                end.by().name(),
                state.terms().clause(),
                end.at(),
                end.late());
    }
}
