package org.tongbao.intake.report.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.intake.domain.Refusal;
import org.tongbao.intake.domain.Refused;
import org.tongbao.intake.report.usecase.IdempotencyKey;
import org.tongbao.intake.report.usecase.ReportIncident;
import org.tongbao.intake.report.usecase.WrongAffectedAgencies;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.http.IdempotencyKeys;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.SchemasInDescription;
import org.tongbao.platform.time.Clock;

/** 通報: where incidents are reported. */
@Path("/api/v1/incidents")
@Cancellable(false)
@Tag(name = "incidents")
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {
    private static final String OPERATION = "POST /api/v1/incidents";

    private final ReportIncident report;
    private final IdempotencyKeys keys;
    private final Transactions transactions;
    private final CallerSource callers;
    private final Clock clock;
    private final ObjectMapper json;

    ReportResource(
            ReportIncident report,
            IdempotencyKeys keys,
            Transactions transactions,
            CallerSource callers,
            Clock clock,
            ObjectMapper json) {
        this.report = report;
        this.keys = keys;
        this.transactions = transactions;
        this.callers = callers;
        this.clock = clock;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Group.REPORTER, Group.DUTY_DESK})
    @Extension(name = SchemasInDescription.BODY, value = "schemas/report.json")
    @Extension(name = SchemasInDescription.BODY_EXAMPLES, value = """
            level 3, filed by the agency = examples/report-taipei-level-3.json
            by phone, entered by the duty desk = examples/report-by-phone.json""")
    @Extension(name = SchemasInDescription.ANSWER_EXAMPLES, value = """
            201 level 3 = examples/report-taipei-level-3.answer.json
            400 problem = examples/problem.json""")
    @APIResponse(
            responseCode = "201",
            description = "Taken: number, level with its reasoning, and what is owed by when")
    @APIResponse(responseCode = "400", description = "Every violation at once; nothing was stored")
    @Operation(summary = "通報 Report an incident")
    public Uni<Response> report(byte[] body, @HeaderParam("Idempotency-Key") @Nullable String keyHeader) {
        Caller caller = callers.caller();
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        IdempotencyKeys.Key key = IdempotencyKeys.required(keyHeader, OPERATION, body);
        JsonNode tree = ReportRequest.BODY.tree(body);
        ReportRequest request = ReportRequest.BODY.read(tree, it -> ReportChecks.of(it, caller, now));
        requireDesk(caller, request);
        return report.report(caller, command(request, tree, key, now))
                .onFailure(WrongAffectedAgencies.class)
                .recoverWithUni(failure -> repeated(caller, key, (WrongAffectedAgencies) failure))
                .chain(answer -> answer.isPresent() ? Uni.createFrom().item(answer) : known(caller, key))
                .map(answer -> created(answer.orElseThrow()));
    }

    /** What was taken once is answered as then, though an agency may be gone since. */
    private Uni<Optional<String>> repeated(Caller caller, IdempotencyKeys.Key key, WrongAffectedAgencies failure) {
        return known(caller, key).invoke(answer -> {
            if (answer.isEmpty()) {
                throw ProblemException.invalid(
                        ReportRequest.SLUG, ReportRequest.TITLE, ReportChecks.ofAffected(failure.wrong()));
            }
        });
    }

    private static void requireDesk(Caller caller, ReportRequest request) {
        boolean foreign = request.agency() != null && !request.agency().equals(caller.agency());
        if ((foreign || request.filedBy() != null) && !caller.is(Group.DUTY_DESK)) {
            throw new Refused(Refusal.FOREIGN_AGENCY);
        }
    }

    private ReportIncident.Command command(ReportRequest request, JsonNode tree, IdempotencyKeys.Key key, Instant now) {
        ReportRequest.FiledBy filedBy = request.filedBy();
        return new ReportIncident.Command(
                new IdempotencyKey(key.value(), key.hash()),
                request.report(),
                tree.toString(),
                request.agency(),
                request.channel(),
                now,
                filedBy == null ? null : filedBy.receivedAt().toInstant(),
                filedBy == null ? null : filedBy.reason(),
                incident -> write(ReportAnswer.of(incident)));
    }

    private Uni<Optional<String>> known(Caller caller, IdempotencyKeys.Key key) {
        return transactions
                .as(caller, () -> keys.known(caller, key))
                .map(answer -> answer.map(IdempotencyKeys.Answer::body));
    }

    private Response created(String answer) {
        try {
            String id = json.readTree(answer).path("id").asText();
            return Response.status(Response.Status.CREATED)
                    .header(HttpHeaders.LOCATION, "/api/v1/incidents/" + id)
                    .entity(answer)
                    .build();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(ReportAnswer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
