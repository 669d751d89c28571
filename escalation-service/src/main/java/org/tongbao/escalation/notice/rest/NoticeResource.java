package org.tongbao.escalation.notice.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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
import org.tongbao.escalation.acknowledgement.usecase.AcknowledgeNotice;
import org.tongbao.escalation.lateral.usecase.ConfirmLateralNotices;
import org.tongbao.escalation.notice.usecase.NoticeQueries;
import org.tongbao.escalation.notice.usecase.ReadNotices;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.http.Page;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.QueryParameters;
import org.tongbao.platform.http.SchemasInDescription;

/** 通知: who was notified, by which channel, and what came of it. */
@Cancellable(false)
@Path("/api/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notices", description = "通知、確認收悉")
public class NoticeResource {
    private final CallerSource caller;
    private final ReadNotices readNotices;
    private final AcknowledgeNotice acknowledgeNotice;
    private final ConfirmLateralNotices confirmLateral;

    NoticeResource(
            CallerSource caller,
            ReadNotices readNotices,
            AcknowledgeNotice acknowledgeNotice,
            ConfirmLateralNotices confirmLateral) {
        this.caller = caller;
        this.readNotices = readNotices;
        this.acknowledgeNotice = acknowledgeNotice;
        this.confirmLateral = confirmLateral;
    }

    @GET
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "Notices in the order they were opened")
    @APIResponse(
            responseCode = "200",
            description = "one page; Link rel=next leads to the next",
            content = @Content(schema = @Schema(implementation = NoticeView.class)))
    public Uni<Response> list(
            @QueryParam("incident") @Nullable String incident,
            @QueryParam("updatedSince") @Nullable String updatedSince,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        int size = QueryParameters.limit(limit);
        var question = new NoticeQueries.Filter(
                QueryParameters.idOrNull("incident", incident),
                QueryParameters.instantOrNull("updatedSince", updatedSince),
                QueryParameters.cursorId(cursor),
                size + 1);
        return readNotices.list(caller.caller(), question).map(found -> Page.of(
                        found, size, it -> it.id().toString())
                .map(NoticeView::of)
                .response(uri));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "One notice with everybody told and every attempt")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoticeView.class)))
    @APIResponse(responseCode = "404", description = "none, or none that the caller may see")
    public Uni<Response> one(@PathParam("id") String id) {
        return readNotices
                .one(caller.caller(), QueryParameters.pathId(id))
                .map(found -> answer(NoticeView.of(found.orElseThrow(ProblemException::notFound))));
    }

    @POST
    @Path("{id}/acknowledgement")
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK})
    @Operation(
            summary = "確認收悉",
            description =
                    "For the agency that is told; or, with the code that somebody spoke, for him. The same request"
                            + " again gives the same answer.")
    @Extension(name = SchemasInDescription.BODY, value = "schemas/acknowledgement.json")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcknowledgementBody.class),
                            examples = @ExampleObject(name = "by phone", value = "{ \"code\": \"7F3-K9Q\" }")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoticeView.class)))
    @APIResponse(responseCode = "403", description = "the caller's agency is not told by it")
    @APIResponse(responseCode = "422", description = "the code is not one of this notice")
    public Uni<Response> acknowledge(@PathParam("id") String id, byte @Nullable [] body) {
        String code = body == null || body.length == 0
                ? null
                : AcknowledgementBody.BODY.read(body).code();
        return acknowledgeNotice
                .acknowledge(caller.caller(), QueryParameters.pathId(id), code)
                .map(it -> answer(NoticeView.of(it)));
    }

    @POST
    @Path("{id}/confirmation")
    @RolesAllowed(Group.DUTY_DESK)
    @Operation(
            summary = "橫向通報對象確認",
            description =
                    "More than twenty affected agencies are told after this decision only. Declining needs a reason."
                            + " The same decision again gives the same answer.")
    @Extension(name = SchemasInDescription.BODY, value = "schemas/confirmation.json")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConfirmationBody.class),
                            examples = {
                                @ExampleObject(name = "tell them", value = "{ \"decision\": \"CONFIRMED\" }"),
                                @ExampleObject(
                                        name = "do not tell them",
                                        value = "{ \"decision\": \"DECLINED\", \"reason\": \"名單有誤，已請通報機關更正\" }")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "the notice with the decision; with CONFIRMED the lateral notices are opened",
            content = @Content(schema = @Schema(implementation = NoticeView.class)))
    @APIResponse(responseCode = "404", description = "none, or none that the caller may see")
    @APIResponse(responseCode = "409", description = "it asks for no decision, or another one was taken")
    public Uni<Response> confirm(@PathParam("id") String id, byte[] body) {
        UUID notice = QueryParameters.pathId(id);
        return confirmLateral
                .decide(caller.caller(), notice, ConfirmationBody.read(body))
                .chain(() -> one(id));
    }

    private static Response answer(NoticeView view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
