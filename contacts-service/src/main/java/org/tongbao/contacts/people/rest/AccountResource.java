package org.tongbao.contacts.people.rest;

import static org.tongbao.platform.access.Group.APPROVER;
import static org.tongbao.platform.access.Group.AUDITOR;
import static org.tongbao.platform.access.Group.DIRECTORY_ADMIN;
import static org.tongbao.platform.access.Group.DUTY_DESK;
import static org.tongbao.platform.access.Group.REPORTER;
import static org.tongbao.platform.access.Group.REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.people.domain.ContactAccount;
import org.tongbao.contacts.rest.BookEndpoint;
import org.tongbao.contacts.rest.ItemFormat;
import org.tongbao.contacts.rest.ItemFormats;
import org.tongbao.contacts.rest.Preconditions;
import org.tongbao.platform.access.CallerSource;

/** Which account is whose, so that people can swap their own duty. */
@Path("/api/v1/agencies/{code}/accounts")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "roster")
public class AccountResource {
    private final BookEndpoint endpoint;
    private final ItemFormat<ContactAccount> format;
    private final CallerSource callers;

    AccountResource(BookEndpoint endpoint, ItemFormats formats, CallerSource callers) {
        this.endpoint = endpoint;
        this.format = formats.of(ContactAccount.class);
        this.callers = callers;
    }

    @GET
    @RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN, AUDITOR})
    @Operation(summary = "The accounts of the contacts")
    public Uni<Response> list(
            @PathParam("code") String code,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return endpoint.list(format, callers.caller(), code, it -> true, limit, cursor, uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN, AUDITOR})
    @Operation(summary = "One of them, with its ETag")
    public Uni<Response> find(@PathParam("code") String code, @PathParam("id") String id) {
        return endpoint.find(format, callers.caller(), code, id);
    }

    @POST
    @RolesAllowed(DIRECTORY_ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Files {item}; needs an Idempotency-Key")
    public Uni<Response> create(
            @PathParam("code") String code,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context UriInfo uri,
            byte[] body) {
        return endpoint.create(format, callers.caller(), code, body, key, uri);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(DIRECTORY_ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Files {item} under an id of the caller's (UUIDv7), or replaces it (If-Match)")
    public Uni<Response> put(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Context UriInfo uri,
            byte[] body) {
        return endpoint.put(format, callers.caller(), code, id, body, Preconditions.of(ifMatch, ifNoneMatch), uri);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(DIRECTORY_ADMIN)
    @Operation(summary = "Removes an account (If-Match)")
    public Uni<Response> remove(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context UriInfo uri) {
        return endpoint.remove(
                format, callers.caller(), code, id, Preconditions.required(ifMatch), EffectiveTime.NOW, uri);
    }
}
