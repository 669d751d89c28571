package org.tongbao.review.decision.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.platform.http.RequestBody;
import org.tongbao.review.review.domain.Decision;
import org.tongbao.review.review.domain.Finding;
import org.tongbao.review.review.domain.Outcome;

/** The body of a decision. */
@Schema(name = "ReviewDecision")
record DecisionRequest(
        Outcome outcome,
        @Nullable Integer level,
        @Nullable String basis,
        @Nullable Finding otherAgencies,
        @Nullable Finding criticalInfrastructure,
        Decision.@Nullable Support support) {
    static final String SLUG = "invalid-decision";
    static final Text TITLE = new Text("審核結果需要修正", "The decision needs correction");
    static final RequestBody<DecisionRequest> BODY =
            RequestBody.of(DecisionRequest.class, "schemas/review-decision.json", SLUG, TITLE);

    Decision decision() {
        return new Decision(
                outcome,
                level == null ? null : Level.of(level),
                basis == null ? "" : basis,
                otherAgencies,
                criticalInfrastructure,
                support);
    }
}
