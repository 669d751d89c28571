package org.tongbao.escalation.notice.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.platform.http.RequestBody;

/**
 * @param code as it was spoken; null when the agency acknowledges for itself
 */
@Schema(name = "Acknowledgement")
record AcknowledgementBody(@Nullable String code) {
    static final RequestBody<AcknowledgementBody> BODY = RequestBody.of(
            AcknowledgementBody.class,
            "schemas/acknowledgement.json",
            "invalid-acknowledgement",
            new Text("確認內容需要修正", "The acknowledgement needs correction"));
}
