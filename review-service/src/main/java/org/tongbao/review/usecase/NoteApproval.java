package org.tongbao.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;
import org.tongbao.review.domain.IncidentId;

/** 核可: the report was approved after it had been sent. Who did that reviews neither its level nor its closing. */
@ApplicationScoped
public class NoteApproval {
    private final Transactions transactions;
    private final KnownIncident known;
    private final Incidents incidents;
    private final Reviews reviews;
    private final ReviewBook book;
    private final Clock clock;

    NoteApproval(
            Transactions transactions,
            KnownIncident known,
            Incidents incidents,
            Reviews reviews,
            ReviewBook book,
            Clock clock) {
        this.transactions = transactions;
        this.known = known;
        this.incidents = incidents;
        this.reviews = reviews;
        this.book = book;
        this.clock = clock;
    }

    /**
     * @param approver subject of the person
     */
    public Uni<Void> note(IncidentId id, String approver) {
        return transactions.asEngine(() -> known.with(id, (incident, rules) -> incidents
                .save(incident.approved(approver))
                .chain(() -> reviews.takePending(id))
                .chain(pending -> ReviewBook.each(
                        pending, review -> book.keep(null, review, review.approved(approver, clock.now()))))));
    }
}
