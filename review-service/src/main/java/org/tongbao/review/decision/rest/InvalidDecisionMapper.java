package org.tongbao.review.decision.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tongbao.contracts.Text;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.Violation;
import org.tongbao.review.review.domain.DecisionFault;
import org.tongbao.review.review.domain.InvalidDecision;

/** Maps everything that is wrong with a decision to one problem. */
public class InvalidDecisionMapper {
    @ServerExceptionMapper
    public Response invalid(InvalidDecision e, HttpHeaders headers, UriInfo uri) {
        List<Violation> violations =
                e.faults().stream().map(InvalidDecisionMapper::violation).toList();
        return ProblemException.invalid(DecisionRequest.SLUG, DecisionRequest.TITLE, violations)
                .problem()
                .response(headers, uri);
    }

    private static Violation violation(DecisionFault fault) {
        return switch (fault) {
            case OUTCOME_NOT_FOR_THIS_REVIEW ->
                new Violation(
                        "/outcome",
                        "not-for-this-review",
                        new Text("這件審核不能有這種結果，請見 outcomes。", "This review cannot end so; see its outcomes."));
            case LEVEL_MISSING ->
                new Violation("/level", "missing", new Text("變更等級時必須填寫。", "A changed level must be stated."));
            case LEVEL_UNCHANGED ->
                new Violation(
                        "/level",
                        "unchanged",
                        new Text(
                                "與目前等級相同；維持等級請用 CONFIRMED。", "That is the level on record; use CONFIRMED to keep it."));
            case LEVEL_DIFFERS ->
                new Violation(
                        "/level",
                        "differs",
                        new Text("與目前等級不同；變更等級請用 RELEVELED。", "That is another level; use RELEVELED to change it."));
            case LEVEL_NOT_FOR_A_CLOSING ->
                new Violation("/level", "not-for-this-review", new Text("結案審核沒有等級。", "A closing has no level."));
            case BASIS_MISSING -> new Violation("/basis", "missing", new Text("必須填寫審核依據。", "The basis is required."));
        };
    }
}
