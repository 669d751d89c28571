package org.tongbao.contacts.readiness.rest;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.readiness.usecase.ReadReadiness;
import org.tongbao.contacts.readiness.usecase.ReadinessResults;
import org.tongbao.contacts.rest.BookEndpoint;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.http.Page;

/** 可聯繫程度: could this agency be reached now, and in the next 35 days? */
@Path("/api/v1/agencies")
@Cancellable(false)
@RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN, AUDITOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "readiness")
public class ReadinessResource {
    private static final String SEPARATOR = " ";

    private final ReadReadiness readReadiness;
    private final CallerSource callers;

    ReadinessResource(ReadReadiness readReadiness, CallerSource callers) {
        this.readReadiness = readReadiness;
        this.callers = callers;
    }

    @GET
    @Path("/readiness")
    @Operation(
            summary =
                    "The caller's agency and those below it, the least ready first; worked out at each change and each"
                            + " day")
    @APIResponse(
            responseCode = "200",
            description = "one page; Link rel=next leads to the next",
            content = @Content(schema = @Schema(implementation = ReadinessView.Line.class)))
    public Uni<Response> worst(
            @QueryParam("limit") @Nullable Integer asked,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int limit = Page.limit(asked);
        return readReadiness.worst(callers.caller(), after(cursor), limit + 1).map(found -> Page.of(
                        found, limit, it -> it.score() + SEPARATOR + it.agency())
                .map(ReadinessView.Line::of)
                .response(uri));
    }

    private static ReadinessResults.@Nullable After after(@Nullable String cursor) {
        String key = Page.sortKey(cursor);
        if (key == null) {
            return null;
        }
        String[] parts = key.split(SEPARATOR, 2);
        try {
            return new ReadinessResults.After(Integer.parseInt(parts[0]), parts[1]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw Page.wrongCursor();
        }
    }

    @GET
    @Path("/{code}/readiness")
    @Operation(
            summary = "Whether an agency could be reached now and in the next 35 days, and the sentence that mends each"
                    + " fault")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReadinessView.class)))
    public Uni<ReadinessView> of(@PathParam("code") String code) {
        AgencyCode agency = BookEndpoint.agency(code);
        return readReadiness.of(callers.caller(), agency).map(it -> ReadinessView.of(agency, it));
    }
}
