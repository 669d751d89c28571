package org.tongbao.review.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
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
import org.tongbao.platform.http.Page;
import org.tongbao.platform.http.QueryParameters;
import org.tongbao.platform.http.SchemasInDescription;
import org.tongbao.platform.time.Clock;
import org.tongbao.review.domain.Review;
import org.tongbao.review.domain.ReviewId;
import org.tongbao.review.usecase.ReadQueue;
import org.tongbao.review.usecase.ReadReview;

/** 審核: the queue, and what a reviewer does with it. */
@Cancellable(false)
@Path("/api/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reviews", description = "等級審核、逕行複核、結案審核")
public class ReviewResource {
    private static final String EXAMPLE = """
            { "outcome": "RELEVELED", "level": 2, "basis": "外流資料經查為公開資料，不含敏感資訊，依等級評估屬第二級。",
              "otherAgencies": "NONE", "criticalInfrastructure": "NONE",
              "support": { "granted": true, "note": "派員協助鑑識" } }""";

    private final CallerSource caller;
    private final Clock clock;
    private final ReadQueue readQueue;
    private final ReadReview readReview;
    private final Acts acts;

    ReviewResource(CallerSource caller, Clock clock, ReadQueue readQueue, ReadReview readReview, Acts acts) {
        this.caller = caller;
        this.clock = clock;
        this.readQueue = readQueue;
        this.readReview = readReview;
        this.acts = acts;
    }

    @GET
    @RolesAllowed({Group.REVIEWER, Group.REPORTER, Group.APPROVER, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "The queue, ordered by due time", description = "Without a state: what waits for a decision.")
    @APIResponse(
            responseCode = "200",
            description = "one page; Link rel=next leads to the next",
            content = @Content(schema = @Schema(implementation = ReviewPage.class)))
    public Uni<Response> queue(@BeanParam QueueParameters parameters, @Context UriInfo uri) {
        int size = parameters.pageSize();
        return readQueue.read(caller.caller(), parameters.question()).map(found -> {
            var states = found.stream().map(Review::state).toList();
            return Page.of(states, size, QueueParameters::sortKey)
                    .map(state -> ReviewView.of(state, null, clock.now()))
                    .response(uri);
        });
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Group.REVIEWER, Group.REPORTER, Group.APPROVER, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "One review with its history")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewView.class)))
    @APIResponse(responseCode = "404", description = "none, or none that the caller may see")
    public Uni<Response> one(@PathParam("id") String id) {
        return readReview
                .read(caller.caller(), new ReviewId(QueryParameters.pathId(id)))
                .map(found -> answer(
                        ReviewView.of(found.review().state(), found.history(), clock.now()),
                        found.review().state().version()));
    }

    @POST
    @Path("{id}/claim")
    @RolesAllowed(Group.REVIEWER)
    @Operation(summary = "Say that you work on it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewView.class)))
    public Uni<Response> claim(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return acts.claim(caller.caller(), new ReviewId(QueryParameters.pathId(id)), ETags.required(ifMatch))
                .map(this::answer);
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed(Group.REVIEWER)
    @Operation(summary = "Give a claim back, your own or that of a colleague")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewView.class)))
    public Uni<Response> release(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return acts.release(caller.caller(), new ReviewId(QueryParameters.pathId(id)), ETags.required(ifMatch))
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
        return acts.takeOver(caller.caller(), new ReviewId(QueryParameters.pathId(id)), ETags.required(ifMatch))
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
        long read = ETags.required(ifMatch);
        var verdict = DecisionRequest.BODY.read(body).verdict();
        return acts.conclude(caller.caller(), new ReviewId(QueryParameters.pathId(id)), read, verdict)
                .map(this::answer);
    }

    private Response answer(Review review) {
        return answer(
                ReviewView.of(review.state(), null, clock.now()), review.state().version());
    }

    private static Response answer(ReviewView view, long version) {
        return Response.ok(view)
                .header(HttpHeaders.ETAG, ETags.of(version))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** What the description shows of a page. */
    @Schema(name = "ReviewPage")
    record ReviewPage(List<ReviewView> items, @Nullable String next) {}
}
