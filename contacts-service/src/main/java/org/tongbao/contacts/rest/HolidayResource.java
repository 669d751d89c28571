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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Timing;
import org.tongbao.contacts.domain.people.HolidayCalendar;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.http.SchemasInDescription;

/** 國定假日, as rotations of the agency ask for them. */
@Path("/api/v1/agencies/{code}/holidays")
@Cancellable(false)
@RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN, AUDITOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "roster")
public class HolidayResource {
    private final BookDoor door;
    private final Shape<HolidaysBody, HolidayCalendar> shape;
    private final CallerSource callers;

    HolidayResource(BookDoor door, Shapes shapes, CallerSource callers) {
        this.door = door;
        this.shape = shapes.holidays();
        this.callers = callers;
    }

    @GET
    @Operation(summary = "The calendars of public holidays")
    public Uni<Response> list(
            @PathParam("code") String code,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("at") @Nullable String at,
            @QueryParam("knownAt") @Nullable String knownAt,
            @Context UriInfo uri) {
        return door.list(shape, callers.caller(), code, AsOf.asked(at, knownAt), limit, cursor, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One calendar, with its ETag")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HolidaysBody.class)))
    public Uni<Response> find(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @QueryParam("at") @Nullable String at,
            @QueryParam("knownAt") @Nullable String knownAt) {
        return door.find(shape, callers.caller(), code, id, AsOf.asked(at, knownAt));
    }

    @POST
    @RolesAllowed(DIRECTORY_ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Files a calendar; needs an Idempotency-Key")
    @Extension(name = SchemasInDescription.BODY, value = "schemas/holidays.json")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HolidaysBody.class),
                            examples = @ExampleObject(name = "example", value = Examples.HOLIDAYS)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = HolidaysBody.class)))
    public Uni<Response> create(
            @PathParam("code") String code,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context UriInfo uri,
            byte[] body) {
        return door.create(shape, callers.caller(), code, body, key, uri);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(DIRECTORY_ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Files a calendar under an id of the caller's (UUIDv7), or replaces it (If-Match)")
    @Extension(name = SchemasInDescription.BODY, value = "schemas/holidays.json")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HolidaysBody.class),
                            examples = @ExampleObject(name = "example", value = Examples.HOLIDAYS)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HolidaysBody.class)))
    public Uni<Response> put(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Context UriInfo uri,
            byte[] body) {
        return door.put(shape, callers.caller(), code, id, body, Preconditions.of(ifMatch, ifNoneMatch), uri);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(DIRECTORY_ADMIN)
    @Operation(summary = "Removes a calendar (If-Match), at once or from a stated time on")
    public Uni<Response> remove(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("effectiveFrom") @Nullable String effectiveFrom,
            @QueryParam("reason") @Nullable String reason,
            @Context UriInfo uri) {
        Timing timing = Times.timing(effectiveFrom, reason);
        return door.remove(shape, callers.caller(), code, id, Preconditions.required(ifMatch), timing, uri);
    }
}
