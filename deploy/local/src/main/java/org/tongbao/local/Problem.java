package org.tongbao.local;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the gateway itself has to refuse, as RFC 9457 has it, in the caller's language. */
enum Problem {
    NOT_FOUND(404, "not-found", "找不到這個位址", "這裡沒有這個位址。", "No such address", "There is nothing here.", false),
    TOO_LARGE(
            413,
            "too-large",
            "內容太大",
            "內容超過上限，未存入任何資料。",
            "Body too large",
            "The body is over the limit; nothing was stored.",
            false),
    UNAVAILABLE(
            503,
            "service-unavailable",
            "服務暫停",
            "這項服務目前沒有回應，未存入任何資料，請稍後再試。",
            "Service unavailable",
            "The service is not running; nothing was stored. Try again in a moment.",
            true),
    INTERRUPTED(
            502,
            "answer-lost",
            "服務中斷",
            "服務在回答前中斷，無法得知是否已處理；請以同一個 Idempotency-Key 再送一次。",
            "Answer lost",
            "The service broke off before it answered, so it is unknown whether it acted; repeat with the same"
                    + " Idempotency-Key.",
            true);

    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String RETRY_AFTER_SECONDS = "2";

    private final int status;
    private final String slug;
    private final String titleZh;
    private final String detailZh;
    private final String titleEn;
    private final String detailEn;
    private final boolean retry;

    Problem(int status, String slug, String titleZh, String detailZh, String titleEn, String detailEn, boolean retry) {
        this.status = status;
        this.slug = slug;
        this.titleZh = titleZh;
        this.detailZh = detailZh;
        this.titleEn = titleEn;
        this.detailEn = detailEn;
        this.retry = retry;
    }

    private Buffer body(HttpServerRequest request) {
        boolean english = prefersEnglish(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return new JsonObject()
                .put("type", "urn:tongbao:problem:" + slug)
                .put("title", english ? titleEn : titleZh)
                .put("status", status)
                .put("detail", english ? detailEn : detailZh)
                .put("instance", request.path())
                .toBuffer();
    }

    static boolean prefersEnglish(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return false;
        }
        var wanted = acceptLanguage.toLowerCase(Locale.ROOT);
        int english = wanted.indexOf("en");
        int chinese = wanted.indexOf("zh");
        return english >= 0 && (chinese < 0 || english < chinese);
    }

    void answer(HttpServerRequest request) {
        var response = request.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        if (retry) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.end(body(request));
    }
}
