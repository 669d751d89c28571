package org.tongbao.review.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.platform.http.RequestBody;
import org.tongbao.review.domain.Finding;
import org.tongbao.review.domain.Outcome;
import org.tongbao.review.domain.Verdict;

/** A decision as it is sent. */
@Schema(name = "ReviewDecision")
record DecisionRequest(
        Outcome outcome,
        @Nullable Integer level,
        @Nullable String basis,
        @Nullable Finding otherAgencies,
        @Nullable Finding criticalInfrastructure,
        Verdict.@Nullable Support support) {
    static final String SLUG = "invalid-decision";
    static final Text TITLE = new Text("審核結果需要修正", "The decision needs correction");
    static final RequestBody<DecisionRequest> BODY =
            RequestBody.of(DecisionRequest.class, "schemas/review-decision.json", SLUG, TITLE);

    Verdict verdict() {
        return new Verdict(
                outcome,
                level == null ? null : Level.of(level),
                basis == null ? "" : basis,
                otherAgencies,
                criticalInfrastructure,
                support);
    }
}
