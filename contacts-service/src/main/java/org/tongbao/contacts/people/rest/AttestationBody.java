package org.tongbao.contacts.people.rest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tongbao.contacts.rest.Refusals;
import org.tongbao.platform.http.RequestBody;

/** Contacts whose entries somebody confirms as they stand. */
@Schema(name = "Attestation")
record AttestationBody(List<UUID> contacts) {
    static final RequestBody<AttestationBody> READER =
            RequestBody.of(AttestationBody.class, "schemas/attestation.json", Refusals.SLUG, Refusals.TITLE);
}
