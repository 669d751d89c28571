package org.tongbao.contacts.imports.rest;

import static org.tongbao.platform.access.Group.AUDITOR;
import static org.tongbao.platform.access.Group.DIRECTORY_ADMIN;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.tongbao.contacts.rest.Examples;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.http.ProblemException;

/** Hands out the caller's own agency and those below it, as the import takes them: sent back they change nothing. */
@Path("/api/v1/agencies/export")
@Cancellable(false)
@RolesAllowed({DIRECTORY_ADMIN, AUDITOR})
@Tag(name = "import and export")
public class ExportResource {
    private final ExportEndpoint endpoint;
    private final CallerSource callers;

    ExportResource(ExportEndpoint endpoint, CallerSource callers) {
        this.endpoint = endpoint;
        this.callers = callers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Agencies, contacts, deputies, absences and shifts within the caller's scope, as one document")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "example", value = Examples.DIRECTORY)))
    public Multi<byte[]> document() {
        return file(endpoint.document(callers.caller()), "directory.json");
    }

    @GET
    @Path("/{file}")
    @Produces("text/csv; charset=UTF-8")
    @Operation(
            summary = "agencies.csv, contacts.csv or shifts.csv within the caller's scope",
            description =
                    "For spreadsheets: UTF-8 with a mark, and an apostrophe before what they would run as a formula.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "example", value = Examples.CONTACTS_SHEET)))
    public Multi<byte[]> sheet(@PathParam("file") String file) {
        SheetKind kind = SheetKind.of(file).orElseThrow(ProblemException::notFound);
        return file(endpoint.sheet(callers.caller(), kind), file);
    }

    private static Multi<byte[]> file(Multi<String> text, String name) {
        return RestMulti.fromMultiData(text.map(it -> it.getBytes(StandardCharsets.UTF_8)))
                .encodeAsJsonArray(false)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
