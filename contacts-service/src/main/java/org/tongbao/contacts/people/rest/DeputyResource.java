package org.tongbao.contacts.people.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.tongbao.contacts.people.domain.Deputyship;
import org.tongbao.contacts.rest.BookEndpoint;
import org.tongbao.contacts.rest.ItemFormats;
import org.tongbao.contacts.rest.TimelineItemResource;
import org.tongbao.platform.access.CallerSource;

/** 代理人: who stands in for a contact, in order. */
@Path("/api/v1/agencies/{code}/deputies")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deputies")
public class DeputyResource extends TimelineItemResource<Deputyship> {
    DeputyResource(BookEndpoint endpoint, ItemFormats formats, CallerSource callers) {
        super(endpoint, formats.of(Deputyship.class), callers);
    }
}
