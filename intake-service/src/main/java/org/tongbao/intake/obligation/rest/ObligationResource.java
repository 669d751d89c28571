package org.tongbao.intake.obligation.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.tongbao.intake.obligation.usecase.ObligationCalendar;
import org.tongbao.intake.obligation.usecase.ReadObligations;
import org.tongbao.intake.rest.Items;
import org.tongbao.intake.rest.ObligationView;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.time.Clock;

/** 義務: what an incident owes, as JSON and as a calendar. */
@Path("/api/v1/incidents/{id}")
@Cancellable(false)
@Tag(name = "incidents")
@Produces(MediaType.APPLICATION_JSON)
public class ObligationResource {
    private final ReadObligations read;
    private final ObligationCalendar calendar;
    private final CallerSource callers;
    private final Clock clock;

    ObligationResource(ReadObligations read, ObligationCalendar calendar, CallerSource callers, Clock clock) {
        this.read = read;
        this.calendar = calendar;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @Path("obligations")
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "What is due, when, and under which clause")
    public Uni<Items<ObligationView>> obligations(@PathParam("id") UUID id) {
        return read.read(callers.caller(), id)
                .map(stored -> new Items<>(ObligationView.all(stored.incident(), clock.now())));
    }

    @GET
    @Path("obligations.ics")
    @Produces("text/calendar; charset=UTF-8")
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "What is due, as a calendar")
    public Uni<String> calendar(@PathParam("id") UUID id) {
        return read.read(callers.caller(), id).map(stored -> calendar.of(stored.incident(), clock.now()));
    }
}
