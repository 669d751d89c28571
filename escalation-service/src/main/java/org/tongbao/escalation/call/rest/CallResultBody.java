package org.tongbao.escalation.call.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.call.usecase.CallResult;
import org.tongbao.platform.http.RequestBody;

/**
 * @param code that the person spoke, with {@code ANSWERED}
 */
@Schema(name = "CallResult")
record CallResultBody(
        CallResult.Outcome outcome,
        @Nullable String code,
        @Nullable String note) {
    static final RequestBody<CallResultBody> BODY = RequestBody.of(
            CallResultBody.class,
            "schemas/call-result.json",
            "invalid-call-result",
            new Text("通話結果需要修正", "The result of the call needs correction"));
}
