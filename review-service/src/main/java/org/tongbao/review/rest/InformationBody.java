package org.tongbao.review.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tongbao.contracts.Text;
import org.tongbao.platform.http.RequestBody;

/** What the reviewer needs, as it is sent. */
@Schema(name = "InformationRequest")
record InformationBody(String what) {
    static final RequestBody<InformationBody> BODY = RequestBody.of(
            InformationBody.class,
            "schemas/information-request.json",
            "invalid-information-request",
            new Text("補件要求需要修正", "The request needs correction"));
}
