package org.tongbao.review.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.platform.access.Transactions;
import org.tongbao.review.incident.domain.IncidentId;
import org.tongbao.review.incident.usecase.IncidentLookup;
import org.tongbao.review.incident.usecase.Incidents;

/** 核可: the report was approved after it had been sent. Who did that reviews neither its level nor its closing. */
@ApplicationScoped
public class RecordApproval {
    private final Transactions transactions;
    private final IncidentLookup lookup;
    private final Incidents incidents;
    private final Reviews reviews;
    private final ReviewRecorder recorder;

    RecordApproval(
            Transactions transactions,
            IncidentLookup lookup,
            Incidents incidents,
            Reviews reviews,
            ReviewRecorder recorder) {
        this.transactions = transactions;
        this.lookup = lookup;
        this.incidents = incidents;
        this.reviews = reviews;
        this.recorder = recorder;
    }

    /**
     * @param approver subject of the person
     */
    public Uni<Void> record(IncidentId id, String approver) {
        return transactions.asEngine(() -> lookup.with(id, (incident, rules) -> incidents
                .save(incident.approved(approver))
                .chain(() -> reviews.findPendingForUpdate(id))
                .chain(pending -> Transactions.now()
                        .chain(now -> ReviewRecorder.each(
                                pending, review -> recorder.record(null, review, review.approved(approver, now)))))));
    }
}
