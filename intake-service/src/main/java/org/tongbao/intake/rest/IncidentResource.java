package org.tongbao.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Language;
import org.tongbao.intake.usecase.StoredIncident;
import org.tongbao.intake.usecase.ReadIncident;
import org.tongbao.intake.usecase.SupplementReport;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.http.ETags;
import org.tongbao.platform.time.Clock;

/** One incident: read and supplement. */
@Path("/api/v1/incidents/{id}")
@Cancellable(false)
@Tag(name = "incidents")
@Produces(MediaType.APPLICATION_JSON)
public class IncidentResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final ReadIncident read;
    private final SupplementReport supplement;
    private final CallerSource callers;
    private final Clock clock;

    IncidentResource(ReadIncident read, SupplementReport supplement, CallerSource callers, Clock clock) {
        this.read = read;
        this.supplement = supplement;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "The report, its level and what is owed")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.read(callers.caller(), id).map(this::answer);
    }

    @PATCH
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RolesAllowed({Group.REPORTER, Group.DUTY_DESK})
    @Operation(summary = "補充 Supplement the report: a merge-patch of its fields, with If-Match")
    public Uni<Response> supplement(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        Caller caller = callers.caller();
        long version = ETags.required(ifMatch);
        JsonNode patch = ReportRequest.BODY.tree(body);
        Instant now = clock.now();
        return supplement
                .supplement(caller, id, version, content -> MergePatch.into(content, patch, now), now)
                .map(this::answer);
    }

    @GET
    @Path("obligations")
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "What is due, when, and under which clause")
    public Uni<Items<ObligationView>> obligations(@PathParam("id") UUID id) {
        return read.obligations(callers.caller(), id)
                .map(stored -> new Items<>(ObligationView.all(stored.incident(), clock.now())));
    }

    @GET
    @Path("obligations.ics")
    @Produces("text/calendar; charset=UTF-8")
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "What is due, as a calendar")
    public Uni<String> calendar(@PathParam("id") UUID id) {
        return read.obligations(callers.caller(), id).map(stored -> ObligationCalendar.of(stored.incident(), clock.now()));
    }

    @GET
    @Path("timeline")
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "Everything that happened, in order")
    public Uni<Items<TimelineEntryView>> timeline(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Language language = Language.of(headers.getAcceptableLanguages());
        return read.timeline(callers.caller(), id)
                .map(entries -> new Items<>(entries.stream()
                        .map(it -> TimelineEntryView.of(it, language))
                        .toList()));
    }

    private Response answer(StoredIncident stored) {
        return Response.ok(IncidentView.of(stored, clock.now()))
                .tag(ETags.of(stored.version()).replace("\"", ""))
                .build();
    }
}
