package org.tongbao.escalation.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.usecase.Refusal;
import org.tongbao.escalation.usecase.Refused;
import org.tongbao.platform.http.ProblemException;

/** Turns reasons into HTTP. */
public class RefusalMapper {
    @ServerExceptionMapper
    public Response refused(Refused e, HttpHeaders headers, UriInfo uri) {
        return problem(e.refusal()).problem().response(headers, uri);
    }

    private static ProblemException problem(Refusal refusal) {
        return switch (refusal) {
            case NOT_FOUND -> ProblemException.notFound();
            case NOT_TOLD ->
                ProblemException.of(
                        403,
                        "not-told",
                        new Text("不是通知對象", "Not among those told"),
                        new Text(
                                "這則通知不是給您的機關；代為登錄請附上對方口述的代碼。",
                                "This notice is not for your agency. To record it for somebody, send the code he spoke."));
            case WRONG_CODE ->
                ProblemException.of(
                        422,
                        "wrong-code",
                        new Text("代碼不符", "Wrong code"),
                        new Text("代碼與這則通知不符，請再確認。", "The code does not belong here. Ask again."));
            case TOO_MANY_TRIES ->
                ProblemException.of(
                        429,
                        "too-many-tries",
                        new Text("嘗試次數過多", "Too many tries"),
                        new Text("一小時內已有十次代碼不符，請稍後再試。", "Ten wrong codes within the hour. Try again later."));
            case CODE_NEEDED ->
                ProblemException.of(
                        422,
                        "code-needed",
                        new Text("需要確認碼", "The code is needed"),
                        new Text(
                                "三、四級事件須登錄對方唸出的信中確認碼；對方沒有確認碼時，請其登入通報系統確認。",
                                "At level 3 and 4 enter the code that the person reads out from the mail. Whoever has none"
                                        + " acknowledges after logging in."));
            case NO_LONGER_NEEDED ->
                ProblemException.of(
                        409,
                        "no-longer-needed",
                        new Text("已不需要", "No longer needed"),
                        new Text("這則通知已結束或不需確認。", "This notice is over, or nobody has to acknowledge it."));
            case ALREADY_RECORDED ->
                ProblemException.of(
                        409,
                        "already-recorded",
                        new Text("已有通話結果", "Already recorded"),
                        new Text("這通電話已登錄其他結果。", "This call has another result already."));
            case NOT_LATERAL ->
                ProblemException.of(
                        409,
                        "not-lateral",
                        new Text("不是橫向通報", "No lateral notice"),
                        new Text("只有橫向通報需要回復是否受影響。", "Only a lateral notice is replied to."));
            case NO_QUESTION ->
                ProblemException.of(
                        409,
                        "no-question",
                        new Text("不需決定", "Nothing to decide"),
                        new Text("這則通知沒有等候決定的受影響機關。", "No affected agencies wait for a decision on this notice."));
            case ALREADY_DECIDED ->
                ProblemException.of(
                        409,
                        "already-decided",
                        new Text("已有決定", "Already decided"),
                        new Text("已有人作成另一決定，請查看這則通知。", "Somebody decided otherwise. Look at the notice."));
            case NOT_READY ->
                ProblemException.of(
                        503,
                        "not-ready",
                        new Text("尚未就緒", "Not ready yet"),
                        new Text("服務剛啟動，通訊錄尚未讀完，請稍後再試。", "The directory is still being read. Try again soon."));
        };
    }
}
