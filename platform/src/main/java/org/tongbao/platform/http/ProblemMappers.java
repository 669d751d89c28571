package org.tongbao.platform.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tongbao.contracts.Text;
import org.tongbao.platform.access.TransientFailures;

/** Turns what ends a request early into a problem. Nothing of the inside shows: no class name, no SQL. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Problem UNAUTHORIZED = new Problem(
            401,
            "unauthorized",
            new Text("需要登入", "Authentication needed"),
            new Text("請附上有效的 Bearer 權杖。", "Send a valid bearer token."),
            List.of(),
            Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    private static final Problem FORBIDDEN = new Problem(
            403,
            "forbidden",
            new Text("權限不足", "Not allowed"),
            new Text("您的角色不能執行這項作業。", "Your role does not allow this."),
            List.of(),
            Map.of());
    private static final Problem UNAVAILABLE = new Problem(
            503,
            "temporarily-unavailable",
            new Text("系統暫時無法處理", "Temporarily unavailable"),
            new Text(
                    "未存入任何資料，請稍後以同一個 Idempotency-Key 重送；時限緊迫時請先以電話通報。",
                    "Nothing was stored. Send it again soon with the same Idempotency-Key; report by phone when time is short."),
            List.of(),
            Map.of(HttpHeaders.RETRY_AFTER, "5"));
    private static final Problem INTERNAL = new Problem(
            500,
            "internal-error",
            new Text("系統發生錯誤", "Internal error"),
            new Text("錯誤已記錄，請稍後重試或洽值勤人員。", "The error was recorded. Try again, or call the duty desk."),
            List.of(),
            Map.of());

    @ServerExceptionMapper
    public Response problem(ProblemException e, HttpHeaders headers, UriInfo uri) {
        return e.problem().response(headers, uri);
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e, HttpHeaders headers, UriInfo uri) {
        return UNAUTHORIZED.response(headers, uri);
    }

    @ServerExceptionMapper
    public Response failed(AuthenticationFailedException e, HttpHeaders headers, UriInfo uri) {
        return UNAUTHORIZED.response(headers, uri);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e, HttpHeaders headers, UriInfo uri) {
        return FORBIDDEN.response(headers, uri);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e, HttpHeaders headers, UriInfo uri) {
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 404 ->
                (e.getCause() instanceof NumberFormatException ? Page.wrongNumber() : ProblemException.notFound())
                        .problem()
                        .response(headers, uri);
            case 405 ->
                plain(405, "method-not-allowed", "不支援這個方法", "Method not allowed")
                        .response(headers, uri);
            case 406 ->
                plain(406, "not-acceptable", "無法提供這種格式", "Not acceptable").response(headers, uri);
            case 413 -> plain(413, "too-large", "內容超過上限", "Body too large").response(headers, uri);
            case 415 ->
                plain(415, "unsupported-media-type", "請以 application/json 傳送", "Send application/json")
                        .response(headers, uri);
            default ->
                status < 500
                        ? plain(status, "bad-request", "請求有誤", "Bad request").response(headers, uri)
                        : other(e, headers, uri);
        };
    }

    @ServerExceptionMapper
    public Response other(Throwable e, HttpHeaders headers, UriInfo uri) {
        if (TransientFailures.isTransient(e)) {
            LOG.warnf(e, "refused for now path=%s", uri.getPath());
            return UNAVAILABLE.response(headers, uri);
        }
        LOG.errorf(e, "failed path=%s", uri.getPath());
        return INTERNAL.response(headers, uri);
    }

    private static Problem plain(int status, String slug, String chinese, String english) {
        Text text = new Text(chinese, english);
        return new Problem(status, slug, text, text, List.of(), Map.of());
    }
}
