package org.tongbao.review.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tongbao.contracts.Text;
import org.tongbao.platform.http.ETags;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.review.review.domain.Refusal;
import org.tongbao.review.review.domain.Refused;

/** Maps each refusal to a problem. */
public class RefusalMapper {
    @ServerExceptionMapper
    public Response refused(Refused e, HttpHeaders headers, UriInfo uri) {
        return problem(e.reason()).problem().response(headers, uri);
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
}
