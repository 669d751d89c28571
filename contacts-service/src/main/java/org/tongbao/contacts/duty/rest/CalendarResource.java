package org.tongbao.contacts.duty.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.tongbao.contacts.duty.usecase.FeedSecret;
import org.tongbao.contacts.duty.usecase.ReadCalendar;

/** Duty as iCalendar. Calendar programs bring no token: the address is the secret, and shows names and times of duty, no more. */
@Path("/api/v1/agencies/calendars/{feed}")
@Cancellable(false)
@PermitAll
@Tag(name = "roster")
public class CalendarResource {
    static final String SUFFIX = ".ics";

    private final ReadCalendar readCalendar;

    CalendarResource(ReadCalendar readCalendar) {
        this.readCalendar = readCalendar;
    }

    @GET
    @Produces("text/calendar; charset=UTF-8")
    @Operation(summary = "The calendar of a feed, by its secret address")
    public Uni<Response> read(@PathParam("feed") String feed) {
        String secret = feed.endsWith(SUFFIX) ? feed.substring(0, feed.length() - SUFFIX.length()) : feed;
        return readCalendar.read(new FeedSecret(secret)).map(text -> Response.ok(text)
                .header("Cache-Control", "private, no-cache")
                .header("Referrer-Policy", "no-referrer")
                .build());
    }
}
