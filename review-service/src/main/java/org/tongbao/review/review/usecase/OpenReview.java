package org.tongbao.review.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.platform.access.Transactions;
import org.tongbao.review.incident.domain.Incident;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewId;
import org.tongbao.review.review.domain.ReviewRules;
import org.tongbao.review.review.domain.ReviewTerms;

/** Opens a review for the first authority of the chain. */
@ApplicationScoped
class OpenReview {
    private final Authorities authorities;
    private final ReviewRecorder recorder;

    OpenReview(Authorities authorities, ReviewRecorder recorder) {
        this.authorities = authorities;
        this.recorder = recorder;
    }

    Uni<Void> ofLevel(Incident incident, ReviewRules rules) {
        return rules.level(incident)
                .map(terms -> open(ReviewKind.LEVEL, incident, terms, rules.takeOver(), incident.involved()))
                .orElseGet(() -> recorder.recordNoReview(incident));
    }

    Uni<Void> ofClosing(Incident incident, ReviewRules rules, Instant filedAt, Set<String> involved) {
        return open(ReviewKind.CLOSING, incident, rules.closing(incident, filedAt), rules.takeOver(), involved);
    }

    private Uni<Void> open(
            ReviewKind kind, Incident incident, ReviewTerms terms, boolean takeOver, Set<String> involved) {
        return authorities
                .of(incident.ref().agency(), kind, takeOver)
                .chain(chain -> Transactions.now()
                        .map(now -> Review.open(
                                new ReviewId(Ids.next()),
                                incident.ref(),
                                kind,
                                incident.level(),
                                terms,
                                chain,
                                involved,
                                now)))
                .chain(recorder::recordOpened);
    }
}
