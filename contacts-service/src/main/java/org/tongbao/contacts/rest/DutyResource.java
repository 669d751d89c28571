package org.tongbao.contacts.rest;

import static org.tongbao.platform.access.Group.APPROVER;
import static org.tongbao.platform.access.Group.AUDITOR;
import static org.tongbao.platform.access.Group.DIRECTORY_ADMIN;
import static org.tongbao.platform.access.Group.DUTY_DESK;
import static org.tongbao.platform.access.Group.REPORTER;
import static org.tongbao.platform.access.Group.REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.roster.Span;
import org.tongbao.contacts.usecase.ReadDuty;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.time.Clock;

/** Who holds which role. */
@Path("/api/v1/agencies/{code}/duty")
@Cancellable(false)
@RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN, AUDITOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "roster")
public class DutyResource {
    private final ReadDuty readDuty;
    private final CallerSource callers;
    private final Clock clock;

    DutyResource(ReadDuty readDuty, CallerSource callers, Clock clock) {
        this.readDuty = readDuty;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Who holds which role at an instant, now when it says none, and who acts for the absent;"
                    + " or from one instant to another, with gaps and overlaps")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {DutyView.class, DutyPreviewView.class})))
    public Uni<Response> duty(
            @PathParam("code") String code,
            @QueryParam("at") @Nullable String at,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        if (from == null && to == null) {
            Instant instant = DutyQuery.instant("at", at).orElseGet(clock::now);
            return read(code, new Span(instant, instant.plusNanos(1000)), book -> DutyView.of(book, instant));
        }
        Span asked = DutyQuery.span(at, from, to, clock.now());
        return read(code, asked, book -> DutyPreviewView.of(book, asked.from(), asked.until()));
    }

    private Uni<Response> read(String code, Span asked, Function<ContactBook, Object> view) {
        return readDuty.read(callers.caller(), BookDoor.agency(code), asked.from(), asked.until())
                .map(book -> Response.ok(view.apply(book)).build());
    }
}
