package org.tongbao.escalation.lateral.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.platform.http.RequestBody;

/**
 * @param reply {@code AFFECTED} 受影響, {@code NOT_AFFECTED} 未受影響, {@code UNKNOWN} 不明
 */
@Schema(name = "LateralReply")
record LateralReplyBody(
        UUID noticeId, String reply, @Nullable String note) {
    static final RequestBody<LateralReplyBody> BODY = RequestBody.of(
            LateralReplyBody.class,
            "schemas/lateral-reply.json",
            "invalid-lateral-reply",
            new Text("橫向通報回復需要修正", "The reply needs correction"));
}
