package org.tongbao.review.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.IncidentAccess;
import org.tongbao.platform.journal.Journal;
import org.tongbao.review.domain.Incident;
import org.tongbao.review.domain.Review;
import org.tongbao.review.domain.ReviewChange;

/** Says a change everywhere it must be said, in the transaction under way: state, history, journal and outbox. */
@ApplicationScoped
class ReviewBook {
    private final Reviews reviews;
    private final IncidentAccess access;
    private final Announcer announcer;
    private final Journal journal;

    ReviewBook(Reviews reviews, IncidentAccess access, Announcer announcer, Journal journal) {
        this.reviews = reviews;
        this.access = access;
        this.announcer = announcer;
        this.journal = journal;
    }

    Uni<Void> open(Review review) {
        var state = review.state();
        List<ReviewChange> changes = List.of(review.opened());
        return reviews.add(review)
                .chain(() -> openTo(state.chain().authority(), review))
                .chain(() -> tell(null, review, changes));
    }

    Uni<Void> keep(@Nullable Caller by, Review review, List<ReviewChange> changes) {
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : reviews.save(review, changes).chain(() -> tell(by, review, changes));
    }

    /** As {@link #keep} for the engine; who may take over sees the incident from now on. */
    Uni<Void> keepMissed(Review review, List<ReviewChange> changes) {
        return keep(null, review, changes).chain(() -> openToNext(review, changes));
    }

    private Uni<Void> openToNext(Review review, List<ReviewChange> changes) {
        var state = review.state();
        Optional<String> next = state.chain().next();
        return changes.isEmpty() || next.isEmpty() ? Uni.createFrom().voidItem() : openTo(next.get(), review);
    }

    private Uni<Void> tell(@Nullable Caller by, Review review, List<ReviewChange> changes) {
        return announcer.announce(review, changes).chain(() -> each(changes, change -> note(by, review, change)));
    }

    private Uni<Void> note(@Nullable Caller by, Review review, ReviewChange change) {
        var state = review.state();
        ChangeRecord line = ChangeRecord.of(change);
        var entry = new Journal.Entry(
                line.what(),
                state.incident().agency(),
                state.incident().id().value(),
                state.terms().clause(),
                line.detail());
        return by == null || line.by() == null ? journal.record(entry) : journal.record(by, entry);
    }

    /** Procedures may ask for no review: that too is on record. */
    Uni<Void> noteNoReview(Incident incident) {
        return journal.record(new Journal.Entry(
                "no-review-asked",
                incident.ref().agency(),
                incident.ref().id().value(),
                null,
                java.util.Map.of("level", incident.level().number())));
    }

    static <T> Uni<Void> each(List<T> items, java.util.function.Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> openTo(String authority, Review review) {
        var incident = review.state().incident();
        return access.open(
                incident.id().value(),
                incident.agency(),
                new IncidentAccess.Opening(
                        authority, IncidentAccess.Why.of(review.state().kind())));
    }
}
