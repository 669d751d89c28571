package org.tongbao.review.review.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.IncidentAccess;
import org.tongbao.platform.journal.Journal;
import org.tongbao.review.incident.domain.Incident;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewChange;

/** Saves a change with its history, announces it to the outbox and writes the journal, all in the current transaction. */
@ApplicationScoped
public class ReviewRecorder {
    private final Reviews reviews;
    private final IncidentAccess access;
    private final Announcer announcer;
    private final Journal journal;

    ReviewRecorder(Reviews reviews, IncidentAccess access, Announcer announcer, Journal journal) {
        this.reviews = reviews;
        this.access = access;
        this.announcer = announcer;
        this.journal = journal;
    }

    public Uni<Void> recordOpened(Review review) {
        var state = review.state();
        List<ReviewChange> changes = List.of(review.opened());
        return reviews.add(review)
                .chain(() -> openTo(state.chain().authority(), review))
                .chain(() -> announce(null, review, changes));
    }

    public Uni<Void> record(@Nullable Caller by, Review review, List<ReviewChange> changes) {
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : reviews.save(review, changes).chain(() -> announce(by, review, changes));
    }

    /** As {@link #record} for the engine; who may take over sees the incident from now on. */
    Uni<Void> recordMissed(Review review, List<ReviewChange> changes) {
        return record(null, review, changes).chain(() -> openToNext(review, changes));
    }

    private Uni<Void> openToNext(Review review, List<ReviewChange> changes) {
        var state = review.state();
        Optional<String> next = state.chain().next();
        return changes.isEmpty() || next.isEmpty() ? Uni.createFrom().voidItem() : openTo(next.get(), review);
    }

    private Uni<Void> announce(@Nullable Caller by, Review review, List<ReviewChange> changes) {
        return announcer.announce(review, changes).chain(() -> each(changes, change -> journal(by, review, change)));
    }

    private Uni<Void> journal(@Nullable Caller by, Review review, ReviewChange change) {
        var state = review.state();
        ReviewHistoryEntry history = ReviewHistoryEntry.of(change);
        var entry = new Journal.Entry(
                history.action(),
                state.incident().agency(),
                state.incident().id().value(),
                state.terms().clause(),
                history.detail());
        return by == null || history.by() == null ? journal.record(entry) : journal.record(by, entry);
    }

    /** Procedures may ask for no review: that too is on record. */
    Uni<Void> recordNoReview(Incident incident) {
        return journal.record(new Journal.Entry(
                "no-review-asked",
                incident.ref().agency(),
                incident.ref().id().value(),
                null,
                Map.of("level", incident.level().number())));
    }

    static <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> work) {
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
