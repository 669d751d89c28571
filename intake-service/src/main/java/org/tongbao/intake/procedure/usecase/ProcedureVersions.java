package org.tongbao.intake.procedure.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.tongbao.contracts.procedure.Procedure;

/** The procedures: the current ones, and every version an incident was opened under. */
public interface ProcedureVersions {
    Optional<Procedure> byId(String id);

    List<Procedure> all();

    /** The law in force, for an agency that is not known yet. */
    Procedure standard();

    /** A version by its hash, an old one too. Call within a transaction. */
    Uni<Procedure> version(String hash);
}
