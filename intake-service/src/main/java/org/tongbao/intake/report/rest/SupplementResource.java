package org.tongbao.intake.report.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.intake.report.usecase.SupplementReport;
import org.tongbao.intake.rest.IncidentView;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.http.ETags;
import org.tongbao.platform.http.MergePatch;
import org.tongbao.platform.http.SchemasInDescription;
import org.tongbao.platform.time.Clock;

/** 補充: supplements a report. */
@Path("/api/v1/incidents/{id}")
@Cancellable(false)
@Tag(name = "incidents")
@Produces(MediaType.APPLICATION_JSON)
public class SupplementResource {
    private final SupplementReport supplement;
    private final CallerSource callers;
    private final Clock clock;

    SupplementResource(SupplementReport supplement, CallerSource callers, Clock clock) {
        this.supplement = supplement;
        this.callers = callers;
        this.clock = clock;
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({Group.REPORTER, Group.DUTY_DESK})
    @Extension(name = SchemasInDescription.BODY, value = "schemas/report.json")
    @Operation(summary = "補充 Supplement the report: a merge-patch of its fields, with If-Match")
    public Uni<Response> supplement(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        Caller caller = callers.caller();
        long version = ETags.required(ifMatch);
        JsonNode patch = ReportRequest.BODY.tree(body);
        Instant now = clock.now();
        return supplement
                .supplement(caller, id, version, content -> ReportPatch.into(content, patch, now), now)
                .map(it -> IncidentView.response(it, clock.now()));
    }
}
