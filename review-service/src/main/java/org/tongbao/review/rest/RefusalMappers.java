package org.tongbao.review.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tongbao.contracts.Text;
import org.tongbao.platform.http.ETags;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.Violation;
import org.tongbao.review.domain.Refusal;
import org.tongbao.review.domain.Refused;
import org.tongbao.review.domain.VerdictFault;
import org.tongbao.review.domain.WrongVerdict;

/** Turns the domain's reasons into HTTP. */
public class RefusalMappers {
    @ServerExceptionMapper
    public Response refused(Refused e, HttpHeaders headers, UriInfo uri) {
        return problem(e.reason()).problem().response(headers, uri);
    }

    @ServerExceptionMapper
    public Response wrong(WrongVerdict e, HttpHeaders headers, UriInfo uri) {
        List<Violation> violations =
                e.faults().stream().map(RefusalMappers::violation).toList();
        return ProblemException.invalid(DecisionRequest.SLUG, DecisionRequest.TITLE, violations)
                .problem()
                .response(headers, uri);
    }

    private static ProblemException problem(Refusal reason) {
        return switch (reason) {
            case UNKNOWN -> ProblemException.notFound();
            case STALE -> ETags.stale();
            case ALREADY_CONCLUDED ->
                ProblemException.of(
                        409,
                        "already-concluded",
                        new Text("已完成審核", "Decided already"),
                        new Text("這件審核已有結果，不能再變更。", "This review has its decision and cannot be changed."));
            case NOT_YOUR_REVIEW ->
                ProblemException.of(
                        403,
                        "not-your-review",
                        new Text("不是您機關的審核", "Not your review"),
                        new Text(
                                "目前由其他機關審核；逾時後，次一審核機關可先以 take-over 逕行複核。",
                                "Another authority reviews it now. Once it is overdue, the next authority may take it over first."));
            case SELF_REVIEW ->
                ProblemException.of(
                        403,
                        "self-review",
                        new Text("不得自行審核", "No self-review"),
                        new Text(
                                "通報、核可或結報的人員不得審核同一事件。",
                                "Who reported, approved or filed the closing cannot review the incident."));
            case CLAIMED_BY_ANOTHER ->
                ProblemException.of(
                        409,
                        "claimed-by-another",
                        new Text("已由其他人員認領", "Claimed by somebody else"),
                        new Text("請先與認領人確認，或由同機關審核人釋出後再認領。", "Ask that person, or release the claim first."));
            case NOT_CLAIMED ->
                ProblemException.of(
                        409,
                        "not-claimed",
                        new Text("尚未認領", "Not claimed"),
                        new Text("這件審核目前無人認領。", "Nobody has claimed this review."));
            case NOT_OVERDUE ->
                ProblemException.of(
                        409,
                        "not-overdue",
                        new Text("尚未逾時", "Not overdue"),
                        new Text("審核時限尚未屆滿，不能逕行複核。", "The limit has not passed, so nobody may take it over."));
            case NOT_NEXT ->
                ProblemException.of(
                        403,
                        "not-next",
                        new Text("不是次一審核機關", "Not the next authority"),
                        new Text("只有審核鏈上的次一機關可以逕行複核。", "Only the next authority of the chain may take it over."));
        };
    }

    private static Violation violation(VerdictFault fault) {
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
