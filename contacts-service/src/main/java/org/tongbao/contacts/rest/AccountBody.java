package org.tongbao.contacts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.people.ContactAccount;

/** The account of a contact as it is sent and shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ContactAccount")
record AccountBody(@Nullable UUID id, UUID contact, String subject) {

    static AccountBody of(UUID id, ContactAccount account) {
        return new AccountBody(id, account.contact(), account.subject());
    }

    ContactAccount account() {
        return new ContactAccount(contact, subject);
    }
}
