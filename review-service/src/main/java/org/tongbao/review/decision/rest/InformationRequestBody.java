package org.tongbao.review.decision.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tongbao.contracts.Text;
import org.tongbao.platform.http.RequestBody;

/** The body of an information request. */
@Schema(name = "InformationRequest")
record InformationRequestBody(String what) {
    static final RequestBody<InformationRequestBody> BODY = RequestBody.of(
            InformationRequestBody.class,
            "schemas/information-request.json",
            "invalid-information-request",
            new Text("補件要求需要修正", "The request needs correction"));
}
