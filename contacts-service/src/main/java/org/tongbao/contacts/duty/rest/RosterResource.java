package org.tongbao.contacts.duty.rest;

import static org.tongbao.platform.access.Group.APPROVER;
import static org.tongbao.platform.access.Group.AUDITOR;
import static org.tongbao.platform.access.Group.DIRECTORY_ADMIN;
import static org.tongbao.platform.access.Group.DUTY_DESK;
import static org.tongbao.platform.access.Group.REPORTER;
import static org.tongbao.platform.access.Group.REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.duty.domain.Shift;
import org.tongbao.contacts.rest.BookEndpoint;
import org.tongbao.contacts.rest.ItemFormats;
import org.tongbao.contacts.rest.ItemResource;
import org.tongbao.contacts.rest.TimingParameters;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.time.Clock;

/** 值勤: the shifts of an agency. */
@Path("/api/v1/agencies/{code}/roster")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "roster")
public class RosterResource extends ItemResource<Shift> {
    private final Clock clock;

    RosterResource(BookEndpoint endpoint, ItemFormats formats, CallerSource callers, Clock clock) {
        super(endpoint, formats.of(Shift.class), callers);
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

    @GET
    @Path("/{id}")
    @RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN, AUDITOR})
    @Operation(summary = "One of them, with its ETag")
    public Uni<Response> find(@PathParam("code") String code, @PathParam("id") String id) {
        return endpoint.find(format, callers.caller(), code, id);
    }
}
