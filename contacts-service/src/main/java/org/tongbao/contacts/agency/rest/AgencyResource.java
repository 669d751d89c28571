package org.tongbao.contacts.agency.rest;

import static org.tongbao.platform.access.Group.DIRECTORY_ADMIN;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyChange;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.RequestedAgency;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.agency.usecase.AgencySearch;
import org.tongbao.contacts.agency.usecase.ChangeAgencies;
import org.tongbao.contacts.agency.usecase.FindAgencies;
import org.tongbao.contacts.agency.usecase.ListedAgency;
import org.tongbao.contacts.domain.AgencyAccess;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.rest.AgencyFormat;
import org.tongbao.contacts.rest.AsOf;
import org.tongbao.contacts.rest.BookEndpoint;
import org.tongbao.contacts.rest.ChangeViews;
import org.tongbao.contacts.rest.Examples;
import org.tongbao.contacts.rest.Preconditions;
import org.tongbao.contacts.rest.TimingParameters;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.http.ETags;
import org.tongbao.platform.http.MergePatch;
import org.tongbao.platform.http.Page;
import org.tongbao.platform.http.SchemasInDescription;
import org.tongbao.platform.time.Clock;

/**
 * 機關. Code, names and kind are open to everybody with a token, because a reporter must be able to name the agencies an
 * incident affects; the rest is for callers above the agency and those it stands in relation to.
 */
@Path("/api/v1/agencies")
@Cancellable(false)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "agencies")
public class AgencyResource {
    private static final int LONGEST_TEXT = 100;

    private final FindAgencies findAgencies;
    private final ChangeAgencies changeAgencies;
    private final ChangeViews views;
    private final CallerSource callers;
    private final Clock clock;

    AgencyResource(
            FindAgencies findAgencies,
            ChangeAgencies changeAgencies,
            ChangeViews views,
            CallerSource callers,
            Clock clock) {
        this.findAgencies = findAgencies;
        this.changeAgencies = changeAgencies;
        this.views = views;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary =
                    "Agencies by code; q is part of a code, an OID or a name in either language; at and knownAt as for"
                            + " one")
    public Uni<Response> list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("updatedSince") @Nullable String updatedSince,
            @QueryParam("limit") @Nullable Integer asked,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("at") @Nullable String at,
            @QueryParam("knownAt") @Nullable String knownAt,
            @Context UriInfo uri) {
        AsOf asOf = AsOf.of(at, knownAt);
        Caller caller = callers.caller();
        int limit = Page.limit(asked);
        var search = new AgencySearch(
                Agencies.of(caller),
                text == null || text.isBlank() ? null : text.substring(0, Math.min(text.length(), LONGEST_TEXT)),
                TimingParameters.instant("updatedSince", updatedSince).orElse(null),
                Page.sortKey(cursor),
                limit);
        Instant now = clock.now();
        var listed = asOf.isNow()
                ? findAgencies.list(caller, search)
                : findAgencies.listAsOf(caller, search, asOf.at(now), asOf.knownAt(now));
        return listed.map(
                found -> Page.of(found, limit, it -> it.placed().agency().code().value())
                        .map(AgencyFormat::show)
                        .response(uri));
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "One agency, with its ETag; as it was at a time (at), as it was known at another (knownAt)")
    public Uni<Response> find(
            @PathParam("code") String code,
            @QueryParam("at") @Nullable String at,
            @QueryParam("knownAt") @Nullable String knownAt) {
        AsOf asOf = AsOf.of(at, knownAt);
        Instant now = clock.now();
        return asOf.isNow()
                ? found(callers.caller(), BookEndpoint.agency(code)).map(it -> response(Response.Status.OK, it))
                : findAgencies
                        .findAsOf(callers.caller(), BookEndpoint.agency(code), asOf.at(now), asOf.knownAt(now))
                        .map(it -> it.orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN)))
                        .map(it -> Response.ok(AgencyFormat.show(it)).build());
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed(DIRECTORY_ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Creates an agency (If-None-Match: *) or replaces it (If-Match); a new parent moves all below it"
                    + " too")
    @Extension(name = SchemasInDescription.BODY, value = "schemas/agency.json")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "example", value = Examples.AGENCY)))
    public Uni<Response> put(
            @PathParam("code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Context UriInfo uri,
            byte[] body) {
        AgencyCode agency = AgencyCode.parse(code)
                .orElseThrow(() -> new Refused(
                        Refused.Reason.FAULTY, List.of(ValidationError.at("/code", ValidationError.Reason.WRONG_ID))));
        JsonNode tree = AgencyFormat.tree(body);
        Agency read = AgencyFormat.read(tree, agency);
        return change(read, TimingParameters.effectiveTime(tree), Preconditions.of(ifMatch, ifNoneMatch), uri);
    }

    @PATCH
    @Path("/{code}")
    @RolesAllowed(DIRECTORY_ADMIN)
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(summary = "Changes parts of an agency (RFC 7396; If-Match)")
    @Extension(name = SchemasInDescription.BODY, value = "schemas/agency.json")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            examples = @ExampleObject(name = "example", value = Examples.AGENCY_PATCH)))
    public Uni<Response> patch(
            @PathParam("code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context UriInfo uri,
            byte[] body) {
        AgencyCode agency = BookEndpoint.agency(code);
        Precondition precondition = Preconditions.required(ifMatch);
        JsonNode patch = AgencyFormat.tree(body);
        return found(callers.caller(), agency)
                .map(found -> MergePatch.apply(AgencyFormat.show(within(found.value())), patch))
                .map(merged -> AgencyFormat.read(merged, agency))
                .chain(read -> change(read, TimingParameters.effectiveTime(patch), precondition, uri));
    }

    // Whoever sees only part of it cannot merge into it.
    private static ListedAgency within(ListedAgency listed) {
        if (listed.access() != AgencyAccess.WITHIN) {
            throw new Refused(Refused.Reason.OUTSIDE_SCOPE);
        }
        return listed;
    }

    private Uni<Response> change(Agency agency, EffectiveTime effectiveTime, Precondition precondition, UriInfo uri) {
        Caller caller = callers.caller();
        return changeAgencies
                .file(caller, List.of(new RequestedAgency("", agency, precondition, effectiveTime)))
                .chain(filed -> filed.changes().isEmpty() && !filed.entries().isEmpty()
                        ? Uni.createFrom().item(later(filed.entries().get(0), uri))
                        : found(caller, agency.code()).map(it -> response(status(filed.changes()), it)));
    }

    private Response later(LedgerEntry entry, UriInfo uri) {
        return ChangeViews.accepted(entry.agency().value(), entry.id(), views.of(entry), uri);
    }

    private static Response.Status status(List<AgencyChange> changes) {
        return changes.stream().anyMatch(AgencyChange.Created.class::isInstance)
                ? Response.Status.CREATED
                : Response.Status.OK;
    }

    private Uni<Versioned<ListedAgency>> found(Caller caller, AgencyCode code) {
        return findAgencies.find(caller, code).map(it -> it.orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN)));
    }

    private static Response response(Response.Status status, Versioned<ListedAgency> found) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, ETags.of(found.revision()))
                .entity(AgencyFormat.show(found.value()))
                .build();
    }
}
