package org.tongbao.contacts.people.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.tongbao.contacts.people.domain.ContactAccount;
import org.tongbao.contacts.rest.BookEndpoint;
import org.tongbao.contacts.rest.ItemFormats;
import org.tongbao.contacts.rest.TimelineItemResource;
import org.tongbao.platform.access.CallerSource;

/** Which account is whose, so that people can swap their own duty. */
@Path("/api/v1/agencies/{code}/accounts")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "roster")
public class AccountResource extends TimelineItemResource<ContactAccount> {
    AccountResource(BookEndpoint endpoint, ItemFormats formats, CallerSource callers) {
        super(endpoint, formats.of(ContactAccount.class), callers);
    }
}
