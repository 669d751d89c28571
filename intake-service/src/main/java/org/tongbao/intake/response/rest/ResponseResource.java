package org.tongbao.intake.response.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.intake.response.domain.ResponseKind;
import org.tongbao.intake.response.usecase.ReadResponses;
import org.tongbao.intake.response.usecase.RespondToIncident;
import org.tongbao.intake.rest.IdempotentCreation;
import org.tongbao.intake.rest.Items;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.http.IdempotencyKeys;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.SchemasInDescription;
import org.tongbao.platform.time.Clock;

/** 應變: one endpoint for each kind of record; the fields of a kind are in its schema. */
@Path("/api/v1/incidents/{id}")
@Cancellable(false)
@Tag(name = "response")
@Produces(MediaType.APPLICATION_JSON)
public class ResponseResource {
    private static final String KINDS =
            "{kind: milestones|team|meetings|evidence|root-cause|improvements|effect-reports"
                    + "|final-report|closing-request|retroactive-filing|level-changes}";
    private static final String SIGN_OFFS = "sign-offs";

    private final RespondToIncident respond;
    private final ReadResponses read;
    private final IdempotentCreation creation;
    private final CallerSource callers;
    private final Clock clock;

    ResponseResource(
            RespondToIncident respond,
            ReadResponses read,
            IdempotentCreation creation,
            CallerSource callers,
            Clock clock) {
        this.respond = respond;
        this.read = read;
        this.creation = creation;
        this.callers = callers;
        this.clock = clock;
    }

    @POST
    @Path(KINDS)
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Group.REPORTER, Group.DUTY_DESK})
    @Extension(name = SchemasInDescription.BODY, value = """
            schemas/closing-request.json
            schemas/effect-reports.json
            schemas/evidence.json
            schemas/final-report.json
            schemas/improvements.json
            schemas/level-changes.json
            schemas/meetings.json
            schemas/milestones.json
            schemas/retroactive-filing.json
            schemas/root-cause.json
            schemas/team.json""")
    @Operation(summary = "Record what was done; the answer shows what that met")
    public Uni<Response> record(
            @PathParam("id") UUID id,
            @PathParam("kind") String kind,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            byte[] body) {
        return record(id, kind(kind), key, body);
    }

    @POST
    @Path(SIGN_OFFS)
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Group.APPROVER)
    @Extension(name = SchemasInDescription.BODY, value = "schemas/sign-offs.json")
    @Operation(summary = "核可, 簽核 Approve the report or sign the closed record, with the approver's own token")
    public Uni<Response> sign(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        return record(id, ResponseKind.SIGN_OFFS, key, body);
    }

    @GET
    @Path(KINDS)
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "What was recorded, oldest first")
    public Uni<Items<ResponseRecordView>> list(@PathParam("id") UUID id, @PathParam("kind") String kind) {
        return list(id, kind(kind));
    }

    @GET
    @Path(SIGN_OFFS)
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "Who signed what, oldest first")
    public Uni<Items<ResponseRecordView>> signOffs(@PathParam("id") UUID id) {
        return list(id, ResponseKind.SIGN_OFFS);
    }

    private Uni<Response> record(UUID id, ResponseKind kind, @Nullable String keyHeader, byte[] body) {
        Caller caller = callers.caller();
        Instant now = clock.now();
        String path = "/api/v1/incidents/" + id + "/" + kind.key();
        IdempotencyKeys.Key key = IdempotencyKeys.required(keyHeader, "POST " + path, body);
        ResponseBody bodyOfKind = ResponseBody.of(kind);
        JsonNode tree = bodyOfKind.tree(body);
        ResponseBody.Entered entered = bodyOfKind.read(tree, caller, now);
        var command = new RespondToIncident.Command(entered.action(), tree.toString(), entered.why(), now);
        return creation.create(caller, key, () -> respond.respond(caller, id, command)
                .map(recorded -> RecordedResponseView.of(recorded, kind)));
    }

    private Uni<Items<ResponseRecordView>> list(UUID id, ResponseKind kind) {
        return read.read(callers.caller(), id, kind)
                .map(records ->
                        new Items<>(records.stream().map(ResponseRecordView::of).toList()));
    }

    private static ResponseKind kind(String key) {
        return Keyed.find(ResponseKind.class, key).orElseThrow(ProblemException::notFound);
    }
}
