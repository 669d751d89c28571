package org.tongbao.contacts.people.rest;

import static org.tongbao.platform.access.Group.APPROVER;
import static org.tongbao.platform.access.Group.AUDITOR;
import static org.tongbao.platform.access.Group.DIRECTORY_ADMIN;
import static org.tongbao.platform.access.Group.DUTY_DESK;
import static org.tongbao.platform.access.Group.REPORTER;
import static org.tongbao.platform.access.Group.REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.people.usecase.AttestContacts;
import org.tongbao.contacts.people.usecase.Attestations;
import org.tongbao.contacts.rest.BookEndpoint;
import org.tongbao.contacts.rest.Examples;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.http.Page;
import org.tongbao.platform.http.SchemasInDescription;

/** 定期確認: every entry is confirmed each quarter, and those that were not are listed. */
@Path("/api/v1/agencies")
@Cancellable(false)
@RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN, AUDITOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "readiness")
public class AttestationResource {
    private static final String SEPARATOR = " ";

    private final AttestContacts attestContacts;
    private final CallerSource callers;

    AttestationResource(AttestContacts attestContacts, CallerSource callers) {
        this.attestContacts = attestContacts;
        this.callers = callers;
    }

    @Schema(name = "Attestations")
    record Entries(List<AttestationView> items) {
        public static Entries of(List<Attestations.Attested> all) {
            return new Entries(all.stream().map(AttestationView::of).toList());
        }
    }

    @GET
    @Path("/overdue-attestations")
    @Operation(summary = "Entries of the caller's agency and those below it that are overdue, for longest first")
    @APIResponse(
            responseCode = "200",
            description = "one page; Link rel=next leads to the next",
            content = @Content(schema = @Schema(implementation = AttestationView.class)))
    public Uni<Response> overdue(
            @QueryParam("limit") @Nullable Integer asked,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int limit = Page.limit(asked);
        return attestContacts
                .overdue(callers.caller(), after(cursor), limit + 1)
                .map(found -> Page.of(found, limit, it -> it.until() + SEPARATOR + it.contact())
                        .map(AttestationView::of)
                        .response(uri));
    }

    private static Attestations.@Nullable After after(@Nullable String cursor) {
        String key = Page.sortKey(cursor);
        if (key == null) {
            return null;
        }
        String[] parts = key.split(SEPARATOR, 2);
        try {
            return new Attestations.After(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Page.wrongCursor();
        }
    }

    @GET
    @Path("/{code}/attestations")
    @Operation(summary = "When each entry of an agency was confirmed, and until when it must be again")
    public Uni<Entries> list(@PathParam("code") String code) {
        return attestContacts.of(callers.caller(), BookEndpoint.agency(code)).map(Entries::of);
    }

    @POST
    @Path("/{code}/attestations")
    @RolesAllowed({REPORTER, APPROVER, REVIEWER, DUTY_DESK, DIRECTORY_ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Confirms entries as they stand for another quarter, on record",
            description =
                    "A directory admin confirms anybody's, everybody else their own. Doing it again does no harm.")
    @Extension(name = SchemasInDescription.BODY, value = "schemas/attestation.json")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AttestationBody.class),
                            examples = @ExampleObject(name = "example", value = Examples.ATTESTATION)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Entries.class)))
    public Uni<Entries> attest(@PathParam("code") String code, byte[] body) {
        AttestationBody said = AttestationBody.READER.read(body, tree -> List.of());
        return attestContacts
                .attest(callers.caller(), BookEndpoint.agency(code), said.contacts())
                .map(Entries::of);
    }
}
