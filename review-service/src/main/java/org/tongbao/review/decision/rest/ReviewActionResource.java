package org.tongbao.review.decision.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.http.ETags;
import org.tongbao.platform.http.QueryParameters;
import org.tongbao.platform.http.SchemasInDescription;
import org.tongbao.platform.time.Clock;
import org.tongbao.review.rest.ReviewAnswer;
import org.tongbao.review.rest.ReviewView;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewId;

/** 審核: what a reviewer does with a review. */
@Cancellable(false)
@Path("/api/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reviews", description = "等級審核、逕行複核、結案審核")
public class ReviewActionResource {
    private static final String EXAMPLE = """
            { "outcome": "RELEVELED", "level": 2, "basis": "外流資料經查為公開資料，不含敏感資訊，依等級評估屬第二級。",
              "otherAgencies": "NONE", "criticalInfrastructure": "NONE",
              "support": { "granted": true, "note": "派員協助鑑識" } }""";

    private final CallerSource caller;
    private final Clock clock;
    private final ReviewActions actions;

    ReviewActionResource(CallerSource caller, Clock clock, ReviewActions actions) {
        this.caller = caller;
        this.clock = clock;
        this.actions = actions;
    }

    @POST
    @Path("{id}/claim")
    @RolesAllowed(Group.REVIEWER)
    @Operation(summary = "Say that you work on it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewView.class)))
    public Uni<Response> claim(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return actions.claim(caller.caller(), new ReviewId(QueryParameters.pathId(id)), ETags.required(ifMatch))
                .map(this::answer);
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed(Group.REVIEWER)
    @Operation(summary = "Give a claim back, your own or that of a colleague")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewView.class)))
    public Uni<Response> release(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return actions.release(caller.caller(), new ReviewId(QueryParameters.pathId(id)), ETags.required(ifMatch))
                .map(this::answer);
    }

    @POST
    @Path("{id}/take-over")
    @RolesAllowed(Group.REVIEWER)
    @Operation(summary = "逕行複核: review in place of the authority that missed its limit")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewView.class)))
    @APIResponse(responseCode = "409", description = "not overdue")
    public Uni<Response> takeOver(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return actions.takeOver(caller.caller(), new ReviewId(QueryParameters.pathId(id)), ETags.required(ifMatch))
                .map(this::answer);
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Group.REVIEWER)
    @Extension(name = SchemasInDescription.BODY, value = "schemas/review-decision.json")
    @Operation(
            summary = "Decide",
            description = "CONFIRMED or RELEVELED for a level; RECEIVED or ACCEPTED, or QUESTIONED, for a closing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionRequest.class),
                            examples = @ExampleObject(name = "re-level", value = EXAMPLE)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewView.class)))
    @APIResponse(responseCode = "409", description = "decided already, or claimed by somebody else")
    public Uni<Response> decide(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        long expectedVersion = ETags.required(ifMatch);
        var decision = DecisionRequest.BODY.read(body).decision();
        return actions.conclude(caller.caller(), new ReviewId(QueryParameters.pathId(id)), expectedVersion, decision)
                .map(this::answer);
    }

    private Response answer(Review review) {
        return ReviewAnswer.of(review.state(), null, clock.now());
    }
}
