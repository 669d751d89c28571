package org.tongbao.intake.procedure.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.intake.rest.Items;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.procedure.ProcedureVersions;

/** 作業程序: the rules, for people and machines. */
@Path("/api/v1/procedures")
@Cancellable(false)
@Tag(name = "rules")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class ProceduresResource {
    private final ProcedureVersions procedures;

    ProceduresResource(ProcedureVersions procedures) {
        this.procedures = procedures;
    }

    @GET
    @Operation(summary = "The procedures this deployment knows")
    public Items<Listed> list() {
        return new Items<>(procedures.all().stream().map(Listed::of).toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Every rule of one procedure")
    public Full read(@PathParam("id") String id) {
        return procedures
                .byId(id)
                .map(it -> new Full(Listed.of(it), it.content()))
                .orElseThrow(ProblemException::notFound);
    }

    /**
     * @param standard whether it is taken for an agency that names none
     */
    record Listed(
            String id,
            Name name,
            String document,
            String validFrom,
            @Nullable String validTo,
            String hash,
            boolean standard) {
        static Listed of(Procedure it) {
            return new Listed(
                    it.id(),
                    new Name(it.name().chinese(), it.name().english()),
                    it.document(),
                    it.validFrom().toString(),
                    it.validTo() == null ? null : it.validTo().toString(),
                    it.hash(),
                    it.id().equals(Procedures.DEFAULT));
        }
    }

    record Name(String zh, String en) {}

    /**
     * @param rules as they stand in the procedure's file
     */
    record Full(Listed procedure, @JsonRawValue String rules) {}
}
