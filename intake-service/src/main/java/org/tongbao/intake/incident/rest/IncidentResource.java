package org.tongbao.intake.incident.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.tongbao.intake.incident.usecase.ReadIncident;
import org.tongbao.intake.rest.IncidentView;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.time.Clock;

/** One incident. */
@Path("/api/v1/incidents/{id}")
@Cancellable(false)
@Tag(name = "incidents")
@Produces(MediaType.APPLICATION_JSON)
public class IncidentResource {
    private final ReadIncident read;
    private final CallerSource callers;
    private final Clock clock;

    IncidentResource(ReadIncident read, CallerSource callers, Clock clock) {
        this.read = read;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "The report, its level and what is owed")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.read(callers.caller(), id).map(it -> IncidentView.response(it, clock.now()));
    }
}
