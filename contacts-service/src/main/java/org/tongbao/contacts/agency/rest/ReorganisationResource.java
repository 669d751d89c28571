package org.tongbao.contacts.agency.rest;

import static org.tongbao.platform.access.Group.DIRECTORY_ADMIN;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.RequestedAgency;
import org.tongbao.contacts.agency.usecase.ChangeAgencies;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.rest.AgencyFormat;
import org.tongbao.contacts.rest.ChangeView;
import org.tongbao.contacts.rest.ChangeViews;
import org.tongbao.contacts.rest.Examples;
import org.tongbao.contacts.rest.Refusals;
import org.tongbao.contacts.rest.TimingParameters;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.RequestBody;
import org.tongbao.platform.http.SchemasInDescription;
import org.tongbao.platform.http.Violation;

/**
 * 組織調整: several agencies in one change, such as one that is dissolved and those that stood below it. It needs no
 * Idempotency-Key: saying the same again files nothing.
 */
@Path("/api/v1/agencies/changes")
@Cancellable(false)
@RolesAllowed(DIRECTORY_ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "agencies")
public class ReorganisationResource {
    private static final RequestBody<JsonNode> READER =
            RequestBody.of(JsonNode.class, "schemas/reorganisation.json", Refusals.SLUG, Refusals.TITLE);

    private final ChangeAgencies changeAgencies;
    private final ChangeViews views;
    private final CallerSource callers;

    ReorganisationResource(ChangeAgencies changeAgencies, ChangeViews views, CallerSource callers) {
        this.changeAgencies = changeAgencies;
        this.views = views;
        this.callers = callers;
    }

    /** What was filed; empty when all was so already. */
    record FiledView(List<ChangeView> changes) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes, moves or dissolves several agencies at one instant: all of them or none")
    @Extension(name = SchemasInDescription.BODY, value = "schemas/reorganisation.json")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "example", value = Examples.REORGANISATION)))
    public Uni<FiledView> file(byte[] body) {
        JsonNode tree = READER.read(body);
        EffectiveTime effectiveTime = TimingParameters.effectiveTime(tree);
        return changeAgencies
                .file(callers.caller(), requestedAgencies(tree.path("agencies"), effectiveTime))
                .map(filed ->
                        new FiledView(filed.entries().stream().map(views::of).toList()));
    }

    private static List<RequestedAgency> requestedAgencies(JsonNode agencies, EffectiveTime effectiveTime) {
        List<RequestedAgency> requestedAgencies = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < agencies.size(); i++) {
            String place = "/agencies/" + i;
            JsonNode tree = agencies.path(i);
            try {
                AgencyFormat.check(tree);
                AgencyCode code = new AgencyCode(tree.path("code").textValue());
                requestedAgencies.add(new RequestedAgency(
                        place, AgencyFormat.read(tree, code), Precondition.ANYTHING, effectiveTime));
            } catch (ProblemException e) {
                e.problem().violations().stream()
                        .map(it -> new Violation(place + it.pointer(), it.reason(), it.detail()))
                        .forEach(violations::add);
            }
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(Refusals.SLUG, Refusals.TITLE, violations);
        }
        return requestedAgencies;
    }
}
