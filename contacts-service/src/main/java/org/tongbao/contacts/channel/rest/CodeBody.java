package org.tongbao.contacts.channel.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tongbao.contacts.rest.Refusals;
import org.tongbao.platform.http.RequestBody;

/** A code as it was typed. */
@Schema(name = "VerificationCode")
record CodeBody(String code) {
    static final RequestBody<CodeBody> READER =
            RequestBody.of(CodeBody.class, "schemas/code.json", Refusals.SLUG, Refusals.TITLE);
}
