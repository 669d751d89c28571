package org.tongbao.review.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.platform.access.Transactions;
import org.tongbao.review.incident.domain.Incident;
import org.tongbao.review.incident.domain.IncidentId;
import org.tongbao.review.incident.usecase.IncidentLookup;
import org.tongbao.review.incident.usecase.Incidents;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewRules;
import org.tongbao.review.review.domain.ReviewTerms;

/** The level on record became another one. */
@ApplicationScoped
public class ApplyLevelChange {
    private final Transactions transactions;
    private final IncidentLookup lookup;
    private final Incidents incidents;
    private final Reviews reviews;
    private final ReviewRecorder recorder;
    private final OpenReview openReview;

    ApplyLevelChange(
            Transactions transactions,
            IncidentLookup lookup,
            Incidents incidents,
            Reviews reviews,
            ReviewRecorder recorder,
            OpenReview openReview) {
        this.transactions = transactions;
        this.lookup = lookup;
        this.incidents = incidents;
        this.reviews = reviews;
        this.recorder = recorder;
        this.openReview = openReview;
    }

    /** What a reviewer decided: pending reviews of the incident know it. */
    public Uni<Void> reviewed(IncidentId id, Level to) {
        return transactions.asEngine(() -> lookup.with(
                id, (incident, rules) -> saveLevel(incident.at(to), rules).replaceWithVoid()));
    }

    /** What the agency declares: a pending level review goes on with it, else a new one opens. */
    public Uni<Void> declared(IncidentId id, Level to, Instant at) {
        return transactions.asEngine(() -> lookup.with(id, (incident, rules) -> saveLevel(incident.at(to), rules)
                .chain(pending -> hasLevelReview(pending)
                        ? Uni.createFrom().voidItem()
                        : openReview.ofLevel(incident.reportedAgain(to, at), rules))));
    }

    private Uni<List<Review>> saveLevel(Incident incident, ReviewRules rules) {
        return incidents
                .save(incident)
                .chain(() -> reviews.findPendingForUpdate(incident.ref().id()))
                .call(pending -> ReviewRecorder.each(pending, review -> recordLevel(review, incident, rules)));
    }

    private Uni<Void> recordLevel(Review review, Incident incident, ReviewRules rules) {
        var before = review.state();
        ReviewTerms renewed =
                switch (before.kind()) {
                    case LEVEL ->
                        rules.level(incident.anchoredAt(before.terms().anchoredAt()))
                                .orElse(before.terms());
                    case CLOSING -> rules.closing(incident, before.terms().anchoredAt());
                };
        return Transactions.now()
                .chain(now -> recorder.record(null, review, review.changeLevel(incident.level(), renewed, now)));
    }

    private static boolean hasLevelReview(List<Review> pending) {
        return pending.stream().anyMatch(review -> review.state().kind() == ReviewKind.LEVEL);
    }
}
