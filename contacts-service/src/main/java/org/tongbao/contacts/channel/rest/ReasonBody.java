package org.tongbao.contacts.channel.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tongbao.contacts.rest.Refusals;
import org.tongbao.platform.http.RequestBody;

/** Why somebody answers for a channel without a code. */
@Schema(name = "ChannelAttestation")
record ReasonBody(String reason) {
    static final RequestBody<ReasonBody> READER =
            RequestBody.of(ReasonBody.class, "schemas/channel-attestation.json", Refusals.SLUG, Refusals.TITLE);
}
