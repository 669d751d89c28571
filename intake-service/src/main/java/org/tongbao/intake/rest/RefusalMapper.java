package org.tongbao.intake.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tongbao.contracts.Text;
import org.tongbao.intake.domain.Refusal;
import org.tongbao.intake.domain.Refused;
import org.tongbao.platform.http.ETags;
import org.tongbao.platform.http.Page;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.Violation;

/** Maps refusals to problems. */
public class RefusalMapper {
    private static final Text INVALID_REPORT = new Text("通報內容需要修正", "The report needs correction");

    @ServerExceptionMapper
    public Response refused(Refused refused, HttpHeaders headers, UriInfo uri) {
        return problem(refused.refusal()).problem().response(headers, uri);
    }

    private static ProblemException problem(Refusal refusal) {
        return switch (refusal) {
            case UNKNOWN_INCIDENT -> ProblemException.notFound();
            case NOT_YOURS ->
                of(
                        403,
                        "not-your-incident",
                        "這是其他機關的事件",
                        "Another agency's incident",
                        "您可以查看，但不能修改。",
                        "You may see it, but not change it.");
            case FOREIGN_AGENCY ->
                of(
                        403,
                        "foreign-agency",
                        "不能代這個機關通報",
                        "Not your agency",
                        "機關取自您的權杖；只有值勤台能代其他機關登錄電話或傳真通報。",
                        "The agency comes from your token; only a duty desk may enter a call or fax for another one.");
            case UNKNOWN_AGENCY ->
                ProblemException.invalid(
                        "invalid-report",
                        INVALID_REPORT,
                        List.of(new Violation(
                                "/agency", "unknown-agency", new Text("查無這個機關代碼。", "No such agency is known."))));
            case WRONG_CURSOR -> Page.wrongCursor();
            case STALE -> ETags.stale();
            case CLOSED ->
                of(
                        409,
                        "incident-closed",
                        "事件已結案",
                        "The incident is closed",
                        "結案後不能再修改。",
                        "It cannot be changed any more.");
            case CLOSING_ALREADY_FILED ->
                of(
                        409,
                        "closing-already-filed",
                        "已提出結報",
                        "The closing is filed already",
                        "結報正等候受理機關處理。",
                        "It is with the receiving authority.");
            case MILESTONE_ALREADY_REACHED ->
                of(
                        409,
                        "milestone-already-reached",
                        "里程碑已記錄",
                        "The milestone is recorded already",
                        "先前記錄的時間不變。",
                        "The time recorded before stays.");
            case SAME_LEVEL ->
                of(409, "same-level", "等級沒有變更", "The same level", "這已是目前的等級。", "This is the level on record already.");
            case AFFECTED_ALREADY_NAMED ->
                of(
                        409,
                        "affected-already-named",
                        "機關已列出",
                        "Named already",
                        "這個機關已列為受影響機關，或就是通報機關。",
                        "It is named already, or is the reporting agency itself.");
            case AFFECTED_UNKNOWN ->
                ProblemException.invalid(
                        InvalidResponse.SLUG,
                        InvalidResponse.TITLE,
                        List.of(new Violation(
                                "/agency", "unknown-agency", new Text("查無這個機關代碼。", "No such agency is known."))));
            case NOTHING_TO_SIGN ->
                of(
                        409,
                        "nothing-to-sign",
                        "沒有待簽核事項",
                        "Nothing to sign",
                        "通報已核可，或作業程序不需核可。",
                        "It is approved already, or the procedure asks for no approval.");
        };
    }

    private static ProblemException of(
            int status, String slug, String chineseTitle, String title, String chinese, String english) {
        return ProblemException.of(status, slug, new Text(chineseTitle, title), new Text(chinese, english));
    }
}
