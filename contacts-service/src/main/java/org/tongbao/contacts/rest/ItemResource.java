package org.tongbao.contacts.rest;

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
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.platform.access.CallerSource;

/** What the items of a book have in common: they are read, filed, replaced and removed, each with a precondition and from a stated time on. */
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
public abstract class ItemResource<T extends BookItem> {
    protected final BookEndpoint endpoint;
    protected final ItemFormat<T> format;
    protected final CallerSource callers;

    protected ItemResource(BookEndpoint endpoint, ItemFormat<T> format, CallerSource callers) {
        this.endpoint = endpoint;
        this.format = format;
        this.callers = callers;
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

    @GET
    @Path("/{id}")
    @RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN, AUDITOR})
    @Operation(summary = "One of them, with its ETag; as it was at a time (at), as it was known at another (knownAt)")
    public Uni<Response> find(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @QueryParam("at") @Nullable String at,
            @QueryParam("knownAt") @Nullable String knownAt) {
        return endpoint.find(format, callers.caller(), code, id, AsOf.of(at, knownAt));
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
    @Operation(summary = "Removes {item} (If-Match), at once or from a stated time on")
    public Uni<Response> remove(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("effectiveFrom") @Nullable String effectiveFrom,
            @QueryParam("reason") @Nullable String reason,
            @Context UriInfo uri) {
        EffectiveTime effectiveTime = TimingParameters.effectiveTime(effectiveFrom, reason);
        return endpoint.remove(format, callers.caller(), code, id, Preconditions.required(ifMatch), effectiveTime, uri);
    }
}
