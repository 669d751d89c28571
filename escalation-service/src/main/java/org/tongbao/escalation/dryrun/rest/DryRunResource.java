package org.tongbao.escalation.dryrun.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.escalation.dryrun.usecase.DryRun;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.SchemasInDescription;
import org.tongbao.platform.http.Violation;
import org.tongbao.platform.time.Clock;

/** Who would be notified, when and why, by the code that notifies them. */
@Cancellable(false)
@Path("/api/v1/dry-runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "dry-runs", description = "通知試算")
public class DryRunResource {
    private static final String DEFAULT_TLP = "AMBER+STRICT";

    private final CallerSource caller;
    private final DryRun dryRun;
    private final Clock clock;

    DryRunResource(CallerSource caller, DryRun dryRun, Clock clock) {
        this.caller = caller;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    record Answer(Instant at, List<DryRun.PlannedNotice> notices) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK, Group.DIRECTORY_ADMIN, Group.AUDITOR
    })
    @Extension(name = SchemasInDescription.BODY, value = "schemas/dry-run.json")
    @Operation(
            summary = "Who would be told",
            description = "As if nobody ever acknowledged. Nothing is kept or sent."
                    + " People of agencies outside the caller's are told by their roles, without names.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DryRunBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "level 3",
                                            value = "{ \"agency\": \"TPE-EDU\", \"level\": 3, \"affectedAgencies\":"
                                                    + " [\"TPE-CIVIL\"] }")))
    public Uni<Response> run(byte[] body) {
        DryRunBody scenario = DryRunBody.read(body);
        Instant at =
                Optional.ofNullable(scenario.at()).map(it -> it.toInstant()).orElseGet(clock::now);
        return dryRun.run(
                        caller.caller(),
                        new DryRun.Scenario(
                                scenario.agency(),
                                scenario.procedure(),
                                scenario.on(),
                                Level.of(scenario.level()),
                                Optional.ofNullable(scenario.tlp()).orElse(DEFAULT_TLP),
                                Optional.ofNullable(scenario.affectedAgencies()).orElse(List.of()),
                                scenario.reviewing(),
                                at))
                .onFailure(DryRun.Unknown.class)
                .transform(failure -> unknown((DryRun.Unknown) failure))
                .map(notices -> Response.ok(new Answer(at, notices)).build());
    }

    // The same answer for an agency that does not exist and one that the caller may not see.
    private static ProblemException unknown(DryRun.Unknown failure) {
        return ProblemException.invalid(
                DryRunBody.SLUG,
                DryRunBody.TITLE,
                List.of(new Violation(
                        failure.pointer(),
                        "unknown-value",
                        new Text("查無此項，或不在您的範圍內。", "None of this name, or not within your scope."))));
    }
}
