package org.tongbao.contacts.rest;

import static org.tongbao.platform.access.Group.APPROVER;
import static org.tongbao.platform.access.Group.AUDITOR;
import static org.tongbao.platform.access.Group.DIRECTORY_ADMIN;
import static org.tongbao.platform.access.Group.DUTY_DESK;
import static org.tongbao.platform.access.Group.REPORTER;
import static org.tongbao.platform.access.Group.REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.platform.access.CallerSource;

/** Items that are also read as they were, or were known, at another time. */
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
public abstract class TimelineItemResource<T extends BookItem> extends ItemResource<T> {
    protected TimelineItemResource(BookEndpoint endpoint, ItemFormat<T> format, CallerSource callers) {
        super(endpoint, format, callers);
    }

    @GET
    @RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN, AUDITOR})
    @Operation(summary = "All of an agency; as it was at a time (at), as it was known at another (knownAt)")
    public Uni<Response> list(
            @PathParam("code") String code,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("at") @Nullable String at,
            @QueryParam("knownAt") @Nullable String knownAt,
            @Context UriInfo uri) {
        return endpoint.list(format, callers.caller(), code, AsOf.of(at, knownAt), limit, cursor, uri);
    }
}
