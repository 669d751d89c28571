package org.tongbao.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.platform.time.Clock;
import org.tongbao.review.domain.Incident;
import org.tongbao.review.domain.Review;
import org.tongbao.review.domain.ReviewId;
import org.tongbao.review.domain.ReviewRules;
import org.tongbao.review.domain.Terms;

/** Opens reviews for the authorities of an incident. */
@ApplicationScoped
class OpenReview {
    private final Authorities authorities;
    private final ReviewBook book;
    private final Clock clock;

    OpenReview(Authorities authorities, ReviewBook book, Clock clock) {
        this.authorities = authorities;
        this.book = book;
        this.clock = clock;
    }

    Uni<Void> ofLevel(Incident incident, ReviewRules rules) {
        return rules.level(incident)
                .map(terms -> open(ReviewKind.LEVEL, incident, terms, rules.takeOver(), incident.involved()))
                .orElseGet(() -> book.noteNoReview(incident));
    }

    Uni<Void> ofClosing(Incident incident, ReviewRules rules, Instant filedAt, Set<String> involved) {
        return open(ReviewKind.CLOSING, incident, rules.closing(incident, filedAt), rules.takeOver(), involved);
    }

    private Uni<Void> open(ReviewKind kind, Incident incident, Terms terms, boolean takeOver, Set<String> involved) {
        return authorities
                .of(incident.ref().agency(), kind, takeOver)
                .map(chain -> Review.open(
                        new ReviewId(Ids.next()),
                        incident.ref(),
                        kind,
                        incident.level(),
                        terms,
                        chain,
                        involved,
                        clock.now()))
                .chain(book::open);
    }
}
