package org.tongbao.review.decision.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
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
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.http.IdempotencyKeys;
import org.tongbao.platform.http.QueryParameters;
import org.tongbao.platform.http.SchemasInDescription;
import org.tongbao.platform.time.Clock;
import org.tongbao.review.decision.usecase.RequestInformation;
import org.tongbao.review.rest.ReviewView;
import org.tongbao.review.review.domain.ReviewId;

/** 要求提供資料. */
@Cancellable(false)
@Path("/api/v1/reviews/{id}/information-request")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reviews")
public class InformationRequestResource {
    private final CallerSource caller;
    private final Clock clock;
    private final IdempotencyKeys keys;
    private final RequestInformation requestInformation;
    private final ObjectMapper json;

    InformationRequestResource(
            CallerSource caller,
            Clock clock,
            IdempotencyKeys keys,
            RequestInformation requestInformation,
            ObjectMapper json) {
        this.caller = caller;
        this.clock = clock;
        this.keys = keys;
        this.requestInformation = requestInformation;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Group.REVIEWER)
    @Extension(name = SchemasInDescription.BODY, value = "schemas/information-request.json")
    @Operation(
            summary = "Ask the agency for data or records",
            description = "The agency is told. The review's clock runs on. Needs an Idempotency-Key.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InformationRequestBody.class),
                            examples =
                                    @ExampleObject(name = "logs", value = "{ \"what\": \"請提供後台存取日誌（11 月 18 日起）。\" }")))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ReviewView.class)))
    public Uni<Response> ask(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, byte[] body) {
        ReviewId review = new ReviewId(QueryParameters.pathId(id));
        var key = IdempotencyKeys.required(
                idempotencyKey, "POST /reviews/" + review.value() + "/information-request", body);
        String what = InformationRequestBody.BODY.read(body).what();
        Caller by = caller.caller();
        return keys.once(by, key, () -> requestInformation
                        .request(by, review, what)
                        .map(asked -> new IdempotencyKeys.Answer(
                                201, write(ReviewView.of(asked.state(), null, clock.now())))))
                .map(answer ->
                        Response.status(answer.status()).entity(answer.body()).build());
    }

    private String write(ReviewView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
