package org.tongbao.contacts.duty.rest;

import static org.tongbao.platform.access.Group.DIRECTORY_ADMIN;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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
import org.tongbao.contacts.duty.usecase.CalendarFeed;
import org.tongbao.contacts.duty.usecase.FeedSecret;
import org.tongbao.contacts.duty.usecase.ManageCalendarFeeds;
import org.tongbao.contacts.rest.BookEndpoint;
import org.tongbao.contacts.rest.Examples;
import org.tongbao.contacts.rest.Texts;
import org.tongbao.contracts.Ids;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.http.IdempotencyKeys;
import org.tongbao.platform.http.SchemasInDescription;

/** The secret addresses under which duty can be fetched as iCalendar. Revoked, an address answers like one that never was. */
@Path("/api/v1/agencies/{code}/calendar-feeds")
@Cancellable(false)
@RolesAllowed(DIRECTORY_ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "roster")
public class CalendarFeedResource {
    private final ManageCalendarFeeds keepFeeds;
    private final CallerSource callers;
    private final IdempotencyKeys keys;
    private final Texts texts;

    CalendarFeedResource(ManageCalendarFeeds keepFeeds, CallerSource callers, IdempotencyKeys keys, Texts texts) {
        this.keepFeeds = keepFeeds;
        this.callers = callers;
        this.keys = keys;
        this.texts = texts;
    }

    @Schema(name = "CalendarFeeds")
    record Feeds(List<CalendarFeedBody> items) {}

    @GET
    @Operation(summary = "The calendar feeds, without their addresses")
    public Uni<Feeds> list(@PathParam("code") String code) {
        return keepFeeds
                .list(callers.caller(), BookEndpoint.agency(code))
                .map(feeds -> new Feeds(feeds.stream().map(CalendarFeedBody::of).toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Opens a feed of a contact's duty, a role's or all; its address is shown once, not when the request"
                            + " is repeated; needs an Idempotency-Key")
    @Extension(name = SchemasInDescription.BODY, value = "schemas/calendar-feed.json")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CalendarFeedBody.class),
                            examples = @ExampleObject(name = "example", value = Examples.CALENDAR_FEED)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CalendarFeedBody.class)))
    public Uni<Response> open(
            @PathParam("code") String code,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context UriInfo uri,
            byte[] body) {
        CalendarFeed feed =
                CalendarFeedBody.READER.read(body, tree -> List.of()).feed(Ids.next(), BookEndpoint.agency(code));
        var taken = IdempotencyKeys.required(key, "POST " + uri.getPath(), body);
        var caller = callers.caller();
        // The kept answer is without the address: nobody reads a secret out of the database.
        AtomicReference<@Nullable FeedSecret> opened = new AtomicReference<>();
        return keys.once(caller, taken, () -> keepFeeds
                        .open(caller, feed)
                        .invoke(opened::set)
                        .map(it -> new IdempotencyKeys.Answer(201, texts.of(CalendarFeedBody.of(feed)))))
                .map(answer -> {
                    FeedSecret secret = opened.get();
                    // Of two equal requests at once, one rolls back and gets the other's answer.
                    boolean ours = answer.body().equals(texts.of(CalendarFeedBody.of(feed)));
                    Object shown = secret == null || !ours
                            ? answer.body()
                            : CalendarFeedBody.of(feed).at(address(uri, secret));
                    return Response.status(answer.status())
                            .type(MediaType.APPLICATION_JSON_TYPE)
                            .header("Cache-Control", "no-store")
                            .entity(shown)
                            .build();
                });
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revokes a feed: its address opens nothing any more")
    public Uni<Response> close(@PathParam("code") String code, @PathParam("id") String id) {
        return keepFeeds
                .close(callers.caller(), BookEndpoint.agency(code), BookEndpoint.id(id))
                .replaceWith(() -> Response.noContent().build());
    }

    private static String address(UriInfo uri, FeedSecret secret) {
        return uri.getBaseUriBuilder()
                .path(CalendarResource.class)
                .build(secret.value() + CalendarResource.SUFFIX)
                .toString();
    }
}
