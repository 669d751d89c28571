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
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.people.domain.PlannedItem;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.time.Clock;

/** Items that hold from one instant to another, and are listed by the time they touch. */
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
public abstract class PlannedItemResource<T extends PlannedItem> extends ItemResource<T> {
    private final Clock clock;

    protected PlannedItemResource(BookEndpoint endpoint, ItemFormat<T> format, CallerSource callers, Clock clock) {
        super(endpoint, format, callers);
        this.clock = clock;
    }

    @GET
    @RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN, AUDITOR})
    @Operation(summary = "Those that touch a time, from now on when it says none")
    public Uni<Response> list(
            @PathParam("code") String code,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        Instant start = TimingParameters.instant("from", from).orElseGet(clock::now);
        Instant end = TimingParameters.instant("until", until).orElse(Instant.MAX);
        return endpoint.list(format, callers.caller(), code, it -> it.touches(start, end), limit, cursor, uri);
    }
}
