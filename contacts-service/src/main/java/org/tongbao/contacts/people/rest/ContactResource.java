package org.tongbao.contacts.people.rest;

import static org.tongbao.platform.access.Group.DIRECTORY_ADMIN;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.rest.BookEndpoint;
import org.tongbao.contacts.rest.ChangeView;
import org.tongbao.contacts.rest.ItemFormats;
import org.tongbao.contacts.rest.Preconditions;
import org.tongbao.contacts.rest.TimelineItemResource;
import org.tongbao.platform.access.CallerSource;

/** 聯絡人 of an agency. */
@Path("/api/v1/agencies/{code}/contacts")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contacts")
public class ContactResource extends TimelineItemResource<Contact> {
    ContactResource(BookEndpoint endpoint, ItemFormats formats, CallerSource callers) {
        super(endpoint, formats.of(Contact.class), callers);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(DIRECTORY_ADMIN)
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(summary = "Changes parts of a contact (RFC 7396; If-Match); what it does not name stays")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Uni<Response> patch(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context UriInfo uri,
            byte[] body) {
        return endpoint.patch(format, callers.caller(), code, id, body, Preconditions.required(ifMatch), uri);
    }
}
