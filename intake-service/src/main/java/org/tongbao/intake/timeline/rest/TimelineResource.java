package org.tongbao.intake.timeline.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.tongbao.contracts.Language;
import org.tongbao.intake.rest.Items;
import org.tongbao.intake.timeline.usecase.ReadTimeline;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.access.Group;

/** The timeline of an incident. */
@Path("/api/v1/incidents/{id}")
@Cancellable(false)
@Tag(name = "incidents")
@Produces(MediaType.APPLICATION_JSON)
public class TimelineResource {
    private final ReadTimeline read;
    private final CallerSource callers;

    TimelineResource(ReadTimeline read, CallerSource callers) {
        this.read = read;
        this.callers = callers;
    }

    @GET
    @Path("timeline")
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "Everything that happened, in order")
    public Uni<Items<TimelineEntryView>> timeline(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Language language = Language.of(headers.getAcceptableLanguages());
        return read.read(callers.caller(), id)
                .map(entries -> new Items<>(entries.stream()
                        .map(it -> TimelineEntryView.of(it, language))
                        .toList()));
    }
}
