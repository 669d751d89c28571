package org.tongbao.review.queue.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.http.Page;
import org.tongbao.platform.http.QueryParameters;
import org.tongbao.platform.time.Clock;
import org.tongbao.review.queue.usecase.ReadQueue;
import org.tongbao.review.queue.usecase.ReadReview;
import org.tongbao.review.rest.ReviewAnswer;
import org.tongbao.review.rest.ReviewView;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewId;

/** 審核: the queue, and each review with its history. */
@Cancellable(false)
@Path("/api/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reviews", description = "等級審核、逕行複核、結案審核")
public class ReviewQueueResource {
    private final CallerSource caller;
    private final Clock clock;
    private final ReadQueue readQueue;
    private final ReadReview readReview;

    ReviewQueueResource(CallerSource caller, Clock clock, ReadQueue readQueue, ReadReview readReview) {
        this.caller = caller;
        this.clock = clock;
        this.readQueue = readQueue;
        this.readReview = readReview;
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
        return readQueue.read(caller.caller(), parameters.filter()).map(found -> {
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
                .map(found -> ReviewAnswer.of(found.review().state(), found.history(), clock.now()));
    }

    /** What the description shows of a page. */
    @Schema(name = "ReviewPage")
    record ReviewPage(List<ReviewView> items, @Nullable String next) {}
}
