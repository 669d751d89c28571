package org.tongbao.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;
import org.tongbao.review.domain.Incident;
import org.tongbao.review.domain.IncidentId;
import org.tongbao.review.domain.Review;
import org.tongbao.review.domain.ReviewRules;
import org.tongbao.review.domain.Terms;

/** The level on record became another one. */
@ApplicationScoped
public class NoteLevel {
    private final Transactions transactions;
    private final KnownIncident known;
    private final Incidents incidents;
    private final Reviews reviews;
    private final ReviewBook book;
    private final OpenReview openReview;
    private final Clock clock;

    NoteLevel(
            Transactions transactions,
            KnownIncident known,
            Incidents incidents,
            Reviews reviews,
            ReviewBook book,
            OpenReview openReview,
            Clock clock) {
        this.transactions = transactions;
        this.known = known;
        this.incidents = incidents;
        this.reviews = reviews;
        this.book = book;
        this.openReview = openReview;
        this.clock = clock;
    }

    /** What a reviewer decided: pending reviews of the incident know it. */
    public Uni<Void> reviewed(IncidentId id, Level to) {
        return transactions.asEngine(() -> known.with(
                id, (incident, rules) -> change(incident.at(to), rules).replaceWithVoid()));
    }

    /** What the agency declares: a pending level review goes on with it, else a new one opens. */
    public Uni<Void> declared(IncidentId id, Level to, Instant at) {
        return transactions.asEngine(() -> known.with(id, (incident, rules) -> change(incident.at(to), rules)
                .chain(pending -> hasLevelReview(pending)
                        ? Uni.createFrom().voidItem()
                        : openReview.ofLevel(incident.reportedAgain(to, at), rules))));
    }

    private Uni<List<Review>> change(Incident incident, ReviewRules rules) {
        return incidents
                .save(incident)
                .chain(() -> reviews.takePending(incident.ref().id()))
                .call(pending -> ReviewBook.each(pending, review -> tell(review, incident, rules)));
    }

    private Uni<Void> tell(Review review, Incident incident, ReviewRules rules) {
        var before = review.state();
        Terms renewed =
                switch (before.kind()) {
                    case LEVEL ->
                        rules.level(incident.anchoredAt(before.terms().anchoredAt()))
                                .orElse(before.terms());
                    case CLOSING -> rules.closing(incident, before.terms().anchoredAt());
                };
        return book.keep(null, review, review.noteLevel(incident.level(), renewed, clock.now()));
    }

    private static boolean hasLevelReview(List<Review> pending) {
        return pending.stream().anyMatch(review -> review.state().kind() == ReviewKind.LEVEL);
    }
}
