package org.tongbao.escalation.call.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
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
import org.tongbao.escalation.call.usecase.CallResult;
import org.tongbao.escalation.call.usecase.PhoneTask;
import org.tongbao.escalation.call.usecase.PhoneTaskQueries;
import org.tongbao.escalation.call.usecase.ReadPhoneTasks;
import org.tongbao.escalation.call.usecase.RecordCall;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.http.Page;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.QueryParameters;
import org.tongbao.platform.http.SchemasInDescription;

/** The call sheet of the duty desk. */
@Cancellable(false)
@Path("/api/v1/phone-tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "phone-tasks", description = "電話通報")
public class PhoneTaskResource {
    private static final String OPEN = "OPEN";
    private static final String DONE = "DONE";

    private final CallerSource caller;
    private final ReadPhoneTasks readPhoneTasks;
    private final RecordCall recordCall;

    PhoneTaskResource(CallerSource caller, ReadPhoneTasks readPhoneTasks, RecordCall recordCall) {
        this.caller = caller;
        this.readPhoneTasks = readPhoneTasks;
        this.recordCall = recordCall;
    }

    @GET
    @RolesAllowed({Group.DUTY_DESK, Group.AUDITOR})
    @Operation(
            summary = "Calls, the gravest first, those of the directory last",
            description = "Without a state: those that wait.")
    @APIResponse(
            responseCode = "200",
            description = "one page; Link rel=next leads to the next",
            content = @Content(schema = @Schema(implementation = PhoneTaskView.class)))
    public Uni<Response> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("incident") @Nullable String incident,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        int size = QueryParameters.limit(limit);
        return readPhoneTasks
                .list(
                        caller.caller(),
                        question(open(state), QueryParameters.idOrNull("incident", incident), cursor, size + 1))
                .map(found -> Page.of(found, size, PhoneTaskResource::sortKey)
                        .map(PhoneTaskView::of)
                        .response(uri));
    }

    private static boolean open(@Nullable String state) {
        if (state == null || state.equals(OPEN)) {
            return true;
        }
        if (state.equals(DONE)) {
            return false;
        }
        throw QueryParameters.wrong("state", "可用的值：OPEN、DONE。", "Use OPEN or DONE.");
    }

    private static PhoneTaskQueries.Filter question(
            boolean open, @Nullable UUID incident, @Nullable String cursor, int limit) {
        String key = Page.sortKey(cursor);
        if (key == null) {
            return new PhoneTaskQueries.Filter(open, incident, null, null, limit);
        }
        List<String> parts = List.of(key.split("\\|", -1));
        try {
            return new PhoneTaskQueries.Filter(
                    open, incident, Integer.valueOf(parts.get(0)), UUID.fromString(parts.get(1)), limit);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Page.wrongCursor();
        }
    }

    private static String sortKey(PhoneTask task) {
        return task.level() + "|" + task.id();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "One call with its script")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PhoneTaskView.class)))
    @APIResponse(responseCode = "404", description = "none, or none that the caller may see")
    public Uni<Response> one(@PathParam("id") String id) {
        return readPhoneTasks
                .one(caller.caller(), QueryParameters.pathId(id))
                .map(found -> answer(found.orElseThrow(ProblemException::notFound)));
    }

    @POST
    @Path("{id}/result")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Group.DUTY_DESK)
    @Operation(
            summary = "What came of the call",
            description = "ANSWERED with the spoken code acknowledges; without it, it proves what the rule lets a call"
                    + " prove, at level 3 and 4 only of somebody whom no mail has brought a code. NO_ANSWER and WRONG_NUMBER"
                    + " tell the deputy at once. A call of the directory goes on by the person's next channel instead.")
    @Extension(name = SchemasInDescription.BODY, value = "schemas/call-result.json")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CallResultBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "answered",
                                            value = "{ \"outcome\": \"ANSWERED\", \"code\": \"7F3K9Q\" }")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PhoneTaskView.class)))
    @APIResponse(responseCode = "409", description = "it has another result, or is no longer needed")
    @APIResponse(responseCode = "422", description = "the code is not this person's, or is needed")
    public Uni<Response> result(@PathParam("id") String id, byte[] body) {
        CallResultBody result = CallResultBody.BODY.read(body);
        return recordCall
                .record(
                        caller.caller(),
                        QueryParameters.pathId(id),
                        new CallResult(result.outcome(), result.code(), result.note()))
                .map(PhoneTaskResource::answer);
    }

    private static Response answer(PhoneTask task) {
        return Response.ok(PhoneTaskView.of(task))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
