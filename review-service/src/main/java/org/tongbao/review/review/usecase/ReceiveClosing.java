package org.tongbao.review.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.platform.access.Transactions;
import org.tongbao.review.incident.domain.Incident;
import org.tongbao.review.incident.domain.IncidentId;
import org.tongbao.review.incident.usecase.IncidentLookup;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewRules;

/** 結報: a closing was filed and waits to be received, or reviewed. */
@ApplicationScoped
public class ReceiveClosing {
    private final Transactions transactions;
    private final IncidentLookup lookup;
    private final Reviews reviews;
    private final ReviewRecorder recorder;
    private final OpenReview openReview;

    ReceiveClosing(
            Transactions transactions,
            IncidentLookup lookup,
            Reviews reviews,
            ReviewRecorder recorder,
            OpenReview openReview) {
        this.transactions = transactions;
        this.lookup = lookup;
        this.reviews = reviews;
        this.recorder = recorder;
        this.openReview = openReview;
    }

    /**
     * @param filedBy subject of the person, who must not receive it
     */
    public Uni<Void> receive(IncidentId id, String filedBy, Instant filedAt) {
        return transactions.asEngine(() -> lookup.with(id, (incident, rules) -> reviews.findPendingForUpdate(id)
                .map(pending -> pending.stream()
                        .filter(it -> it.state().kind() == ReviewKind.CLOSING)
                        .findFirst())
                .chain(pending -> fileOrOpen(pending, incident, rules, filedBy, filedAt))));
    }

    private Uni<Void> fileOrOpen(
            Optional<Review> pending, Incident incident, ReviewRules rules, String filedBy, Instant filedAt) {
        if (pending.isPresent()) {
            Review review = pending.get();
            return Transactions.now().chain(now -> recorder.record(null, review, review.fileAgain(filedBy, now)));
        }
        Set<String> involved = incident.involved();
        involved.add(filedBy);
        return openReview.ofClosing(incident, rules, filedAt, involved);
    }
}
