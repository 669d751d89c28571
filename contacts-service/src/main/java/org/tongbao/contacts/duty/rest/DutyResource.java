package org.tongbao.contacts.duty.rest;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.duty.domain.Interval;
import org.tongbao.contacts.duty.usecase.ReadDuty;
import org.tongbao.contacts.rest.BookEndpoint;
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
                    + " or from one instant to another, with gaps and overlaps",
            description = "The past is as it was then, and what is filed for later counts from its time on;"
                    + " knownAt asks for what was known at an instant.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {DutyView.class, DutyPreviewView.class})))
    public Uni<Response> duty(
            @PathParam("code") String code,
            @QueryParam("at") @Nullable String at,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("knownAt") @Nullable String knownAt) {
        Instant now = clock.now();
        Instant known = DutyQuery.instant("knownAt", knownAt).orElse(null);
        boolean isAWhile = from != null || to != null;
        Interval asked = isAWhile
                ? DutyQuery.span(at, from, to, now)
                : DutyQuery.moment(DutyQuery.instant("at", at).orElse(known == null ? now : known));
        return readDuty.read(callers.caller(), BookEndpoint.agency(code), asked, now, known)
                .map(course -> Response.ok(
                                isAWhile ? DutyPreviewView.of(course) : DutyView.of(course.first(), course.from()))
                        .build());
    }
}
