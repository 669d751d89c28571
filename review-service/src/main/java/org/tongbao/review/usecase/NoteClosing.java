package org.tongbao.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;
import org.tongbao.review.domain.Incident;
import org.tongbao.review.domain.IncidentId;
import org.tongbao.review.domain.Review;
import org.tongbao.review.domain.ReviewRules;

/** 結報: a closing was filed and waits to be received, or reviewed. */
@ApplicationScoped
public class NoteClosing {
    private final Transactions transactions;
    private final KnownIncident known;
    private final Reviews reviews;
    private final ReviewBook book;
    private final OpenReview openReview;
    private final Clock clock;

    NoteClosing(
            Transactions transactions,
            KnownIncident known,
            Reviews reviews,
            ReviewBook book,
            OpenReview openReview,
            Clock clock) {
        this.transactions = transactions;
        this.known = known;
        this.reviews = reviews;
        this.book = book;
        this.openReview = openReview;
        this.clock = clock;
    }

    /**
     * @param filedBy subject of the person, who must not receive it
     */
    public Uni<Void> note(IncidentId id, String filedBy, Instant filedAt) {
        return transactions.asEngine(() -> known.with(id, (incident, rules) -> reviews.takePending(id)
                .map(pending -> pending.stream()
                        .filter(it -> it.state().kind() == ReviewKind.CLOSING)
                        .findFirst())
                .chain(pending -> fileOrOpen(pending, incident, rules, filedBy, filedAt))));
    }

    private Uni<Void> fileOrOpen(
            Optional<Review> pending, Incident incident, ReviewRules rules, String filedBy, Instant filedAt) {
        if (pending.isPresent()) {
            Review review = pending.get();
            return book.keep(null, review, review.fileAgain(filedBy, clock.now()));
        }
        Set<String> involved = incident.involved();
        involved.add(filedBy);
        return openReview.ofClosing(incident, rules, filedAt, involved);
    }
}
