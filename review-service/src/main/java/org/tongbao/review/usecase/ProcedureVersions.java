package org.tongbao.review.usecase;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.tongbao.contracts.procedure.Procedure;

/** The procedures of this deployment, and every older version that an incident was opened under. */
public interface ProcedureVersions {
    Uni<Optional<Procedure>> find(String hash);

    /** Keeps this version for as long as incidents live. */
    Uni<Void> keep(Procedure procedure);
}
