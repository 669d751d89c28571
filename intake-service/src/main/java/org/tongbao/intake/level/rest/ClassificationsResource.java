package org.tongbao.intake.level.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Classification;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.intake.rest.ImpactRequest;
import org.tongbao.intake.rest.LevelView;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.RequestBody;
import org.tongbao.platform.http.SchemasInDescription;
import org.tongbao.platform.http.Violation;
import org.tongbao.platform.procedure.ProcedureVersions;

/** 等級評估: which level the matrix of a procedure gives for these answers. Stores nothing. */
@Path("/api/v1/classifications")
@Cancellable(false)
@Tag(name = "rules")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ClassificationsResource {
    private static final String SLUG = "invalid-classification";
    private static final Text TITLE = new Text("等級評估內容需要修正", "The classification needs correction");
    private static final RequestBody<Request> BODY =
            RequestBody.of(Request.class, "schemas/classification.json", SLUG, TITLE);

    private final ProcedureVersions procedures;

    ClassificationsResource(ProcedureVersions procedures) {
        this.procedures = procedures;
    }

    record Request(@Nullable String procedure, ImpactRequest impact) {}

    /**
     * @param level null when no sentence of the matrix fits
     */
    record Answer(String procedure, @JsonInclude @Nullable Integer level, List<LevelView.Because> because) {}

    @POST
    @Extension(name = SchemasInDescription.BODY, value = "schemas/classification.json")
    @Operation(summary = "The level for these answers, with the sentences that decided")
    public Answer classify(byte[] body) {
        Request request = BODY.read(body);
        Procedure procedure = procedure(request.procedure());
        Classification found = procedure.classify(request.impact().answers()).orElse(null);
        return new Answer(
                procedure.id(),
                found == null ? null : found.level().number(),
                found == null ? List.of() : LevelView.Because.of(found.because()));
    }

    private Procedure procedure(@Nullable String id) {
        return procedures
                .byId(id == null ? Procedures.DEFAULT : id)
                .orElseThrow(() -> ProblemException.invalid(
                        SLUG,
                        TITLE,
                        List.of(new Violation(
                                "/procedure",
                                "unknown-procedure",
                                new Text("查無這個作業程序。", "No such procedure is known.")))));
    }
}
