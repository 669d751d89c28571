package org.tongbao.contacts.rest;

import static org.tongbao.platform.access.Group.DIRECTORY_ADMIN;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.tongbao.contacts.domain.agency.AgencyChange;
import org.tongbao.contacts.domain.people.BookChange;
import org.tongbao.contacts.usecase.ImportDirectory;
import org.tongbao.platform.access.CallerSource;
import org.tongbao.platform.http.RequestBody;

/** Takes in a directory document. It needs no Idempotency-Key: saying the same again changes nothing. */
@Path("/api/v1/agencies/import")
@Cancellable(false)
@RolesAllowed(DIRECTORY_ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "agencies")
public class ImportResource {
    private static final RequestBody<JsonNode> READER =
            RequestBody.of(JsonNode.class, "schemas/directory.json", Refusals.SLUG, Refusals.TITLE);

    private final ImportDirectory importDirectory;
    private final ImportReader reader;
    private final CallerSource callers;

    ImportResource(ImportDirectory importDirectory, ImportReader reader, CallerSource callers) {
        this.importDirectory = importDirectory;
        this.reader = reader;
        this.callers = callers;
    }

    /** What the import did. */
    record SummaryView(Counted agencies, Counted people) {}

    record Counted(long created, long changed, long moved, long unchanged) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes in agencies, contacts, deputies, absences and shifts: all of them or none")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "example", value = Examples.DIRECTORY)))
    public Uni<SummaryView> load(byte[] body) {
        JsonNode tree = READER.read(body);
        ImportDirectory.Document document = reader.document(tree);
        return importDirectory
                .load(callers.caller(), document)
                .map(summary -> view(summary, document.agencies().size()));
    }

    private static SummaryView view(ImportDirectory.Summary summary, int agenciesAsked) {
        long created = count(summary.agencies(), AgencyChange.Created.class);
        long changed = count(summary.agencies(), AgencyChange.Changed.class);
        long moved = count(summary.agencies(), AgencyChange.Moved.class);
        return new SummaryView(
                new Counted(created, changed, moved, Math.max(0, agenciesAsked - created - changed)),
                new Counted(
                        count(summary.items(), BookChange.Filed.class),
                        count(summary.items(), BookChange.Replaced.class),
                        0,
                        summary.unchangedItems()));
    }

    private static long count(List<?> changes, Class<?> kind) {
        return changes.stream().filter(kind::isInstance).count();
    }
}
