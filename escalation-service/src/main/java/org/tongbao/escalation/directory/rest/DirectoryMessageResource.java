package org.tongbao.escalation.directory.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.tongbao.escalation.directory.usecase.DirectoryMessageQueries;
import org.tongbao.escalation.directory.usecase.ReadDirectoryMessages;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.http.Page;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.QueryParameters;

/** 通訊錄訊息: messages of the directory, their channels and their outcome. */
@Cancellable(false)
@Path("/api/v1/directory-messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "directory-messages", description = "通訊錄訊息")
public class DirectoryMessageResource {
    private final CallerSource caller;
    private final ReadDirectoryMessages readMessages;

    DirectoryMessageResource(CallerSource caller, ReadDirectoryMessages readMessages) {
        this.caller = caller;
        this.readMessages = readMessages;
    }

    @GET
    @RolesAllowed({Group.DIRECTORY_ADMIN, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "Messages of the directory in the order they were asked for")
    @APIResponse(
            responseCode = "200",
            description = "one page; Link rel=next leads to the next",
            content = @Content(schema = @Schema(implementation = DirectoryMessageView.class)))
    public Uni<Response> list(
            @QueryParam("updatedSince") @Nullable String updatedSince,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        int size = QueryParameters.limit(limit);
        var question = new DirectoryMessageQueries.Filter(
                QueryParameters.instantOrNull("updatedSince", updatedSince),
                QueryParameters.cursorId(cursor),
                size + 1);
        return readMessages.list(caller.caller(), question).map(found -> Page.of(
                        found, size, it -> it.id().toString())
                .map(DirectoryMessageView::of)
                .response(uri));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Group.DIRECTORY_ADMIN, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "One message with every attempt", description = "A code is never shown.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DirectoryMessageView.class)))
    @APIResponse(responseCode = "404", description = "none, or none that the caller may see")
    public Uni<Response> one(@PathParam("id") String id) {
        return readMessages.one(caller.caller(), QueryParameters.pathId(id)).map(found -> Response.ok(
                        DirectoryMessageView.of(found.orElseThrow(ProblemException::notFound)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }
}
