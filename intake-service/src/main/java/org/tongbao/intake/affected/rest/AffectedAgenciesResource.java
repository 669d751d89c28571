package org.tongbao.intake.affected.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.intake.affected.domain.AffectedAgency;
import org.tongbao.intake.affected.usecase.AffectedAgencies;
import org.tongbao.intake.affected.usecase.NameAffectedAgency;
import org.tongbao.intake.affected.usecase.ReadAffectedAgencies;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.rest.IdempotentCreation;
import org.tongbao.intake.rest.InvalidResponse;
import org.tongbao.intake.rest.Items;
import org.tongbao.intake.rest.ObligationView;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.http.IdempotencyKeys;
import org.tongbao.platform.http.RequestBody;
import org.tongbao.platform.http.SchemasInDescription;
import org.tongbao.platform.time.Clock;
import org.tongbao.platform.time.Times;

/** 受影響機關: the affected agencies, and which of them were reached. */
@Path("/api/v1/incidents/{id}/affected-agencies")
@Cancellable(false)
@Tag(name = "response")
@Produces(MediaType.APPLICATION_JSON)
public class AffectedAgenciesResource {
    private static final RequestBody<Request> BODY = RequestBody.of(
            Request.class, "schemas/affected-agencies.json", InvalidResponse.SLUG, InvalidResponse.TITLE);

    private final NameAffectedAgency name;
    private final ReadAffectedAgencies read;
    private final IdempotentCreation creation;
    private final CallerSource callers;
    private final Clock clock;

    AffectedAgenciesResource(
            NameAffectedAgency name,
            ReadAffectedAgencies read,
            IdempotentCreation creation,
            CallerSource callers,
            Clock clock) {
        this.name = name;
        this.read = read;
        this.creation = creation;
        this.callers = callers;
        this.clock = clock;
    }

    record Request(String agency, String why) {}

    record Named(UUID incident, String agency, String namedAt, String state, List<ObligationView> obligations) {
        static Named of(Incident incident, String agency, Instant now) {
            return new Named(
                    incident.id(), agency, Times.text(now), incident.state().name(), ObligationView.all(incident, now));
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Group.REPORTER, Group.DUTY_DESK})
    @Extension(name = SchemasInDescription.BODY, value = "schemas/affected-agencies.json")
    @Operation(summary = "Name another affected agency; it is told at once")
    public Uni<Response> name(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String keyHeader, byte[] body) {
        Caller caller = callers.caller();
        Instant now = clock.now();
        var key = IdempotencyKeys.required(keyHeader, "POST /api/v1/incidents/" + id + "/affected-agencies", body);
        Request request = BODY.read(body);
        return creation.create(
                caller, key, () -> name.name(caller, id, new AffectedAgency(request.agency(), request.why()), now)
                        .map(incident -> Named.of(incident, request.agency(), now)));
    }

    @GET
    @RolesAllowed({Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK, Group.AUDITOR})
    @Operation(summary = "The affected agencies, and who of them was reached")
    public Uni<Items<AffectedView>> list(@PathParam("id") UUID id) {
        return read.read(callers.caller(), id)
                .map(named -> new Items<>(named.stream().map(AffectedView::of).toList()));
    }

    record AffectedView(
            String agency,
            String why,
            String namedAt,
            @Nullable String reachedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String how,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reply) {
        static AffectedView of(AffectedAgencies.Named it) {
            return new AffectedView(
                    it.agency(),
                    it.why(),
                    Times.text(it.namedAt()),
                    Times.textOrNull(it.reachedAt()),
                    it.how(),
                    it.reply());
        }
    }
}
