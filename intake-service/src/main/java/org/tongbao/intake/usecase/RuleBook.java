package org.tongbao.intake.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.tongbao.contracts.procedure.Procedure;

/** The procedures: those in force, and every version a case was opened under. */
public interface RuleBook {
    Optional<Procedure> named(String id);

    List<Procedure> all();

    /** The law in force, for an agency that is not known yet. */
    Procedure standard();

    /** A version by its hash, an old one too. Call within a transaction. */
    Uni<Procedure> version(String hash);
}
