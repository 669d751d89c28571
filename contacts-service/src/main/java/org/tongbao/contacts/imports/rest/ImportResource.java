package org.tongbao.contacts.imports.rest;

import static org.tongbao.platform.access.Group.DIRECTORY_ADMIN;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.imports.usecase.ImportDirectory;
import org.tongbao.contacts.rest.Examples;
import org.tongbao.contacts.rest.TimingParameters;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.http.ProblemException;

/**
 * Takes in a directory document or a sheet, of up to 32 MiB: whole or not at all. It needs no Idempotency-Key, since saying
 * the same again changes nothing. What it leaves blank stays as it is.
 */
@Path(ImportResource.PATH)
@Cancellable(false)
@RolesAllowed(DIRECTORY_ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "import and export")
public class ImportResource {
    public static final String PATH = "/api/v1/agencies/import";

    private final ImportEndpoint endpoint;
    private final ImportReader documents;
    private final SheetReader sheets;
    private final CallerSource callers;

    ImportResource(ImportEndpoint endpoint, ImportReader documents, SheetReader sheets, CallerSource callers) {
        this.endpoint = endpoint;
        this.documents = documents;
        this.sheets = sheets;
        this.callers = callers;
    }

    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Takes in agencies, contacts, deputies, absences and shifts: all of them or none",
            description = "dryRun=true stores nothing and lists every change, field by field, and every refusal."
                    + " effectiveFrom files all of it for a stated time, ahead or late with a reason, at most "
                    + ImportDirectory.MOST + " entries.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "example", value = Examples.DIRECTORY)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Uni<ImportView> load(
            @QueryParam("dryRun") boolean dryRun,
            @QueryParam("effectiveFrom") @Nullable String effectiveFrom,
            @QueryParam("reason") @Nullable String reason,
            @Context HttpHeaders headers,
            InputStream body) {
        var request = new ImportEndpoint.Request(
                callers.caller(), dryRun, TimingParameters.effectiveTime(effectiveFrom, reason));
        return endpoint.run(request, headers, () -> documents.document(body));
    }

    @POST
    @Path("/{file}")
    @Blocking
    @Consumes("text/csv")
    @Operation(
            summary = "Takes in agencies.csv, contacts.csv or shifts.csv: all rows or none",
            description = "UTF-8 or Big5; the first line names the columns, in English or Chinese, as the export does."
                    + " dryRun=true stores nothing and lists every change, field by field, and every refusal by line."
                    + " effectiveFrom and reason as for a document.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "example", value = Examples.CONTACTS_SHEET)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Uni<ImportView> loadSheet(
            @PathParam("file") String file,
            @QueryParam("dryRun") boolean dryRun,
            @QueryParam("effectiveFrom") @Nullable String effectiveFrom,
            @QueryParam("reason") @Nullable String reason,
            @Context HttpHeaders headers,
            InputStream body) {
        SheetKind kind = SheetKind.of(file).orElseThrow(ProblemException::notFound);
        var request = new ImportEndpoint.Request(
                callers.caller(), dryRun, TimingParameters.effectiveTime(effectiveFrom, reason));
        return endpoint.run(request, headers, () -> sheets.document(kind, body.readAllBytes()));
    }
}
