package org.tongbao.review.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.inbox.EventTooEarly;
import org.tongbao.platform.procedure.ProcedureVersions;
import org.tongbao.review.incident.domain.Incident;
import org.tongbao.review.incident.usecase.Incidents;
import org.tongbao.review.review.domain.ReviewRules;

/** An agency reported: its level waits for the first authority of the chain. */
@ApplicationScoped
public class ReceiveReport {
    private final Transactions transactions;
    private final Incidents incidents;
    private final ProcedureVersions procedures;
    private final OpenReview openReview;

    ReceiveReport(Transactions transactions, Incidents incidents, ProcedureVersions procedures, OpenReview openReview) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.procedures = procedures;
        this.openReview = openReview;
    }

    /**
     * @throws EventTooEarly when its procedure is not known here
     */
    public Uni<Void> receive(Incident incident) {
        return transactions.asEngine(() -> procedures
                .byHash(incident.procedureHash())
                .call(procedures::save)
                .call(() -> incidents.add(incident))
                .chain(procedure -> openReview.ofLevel(incident, new ReviewRules(procedure))));
    }
}
