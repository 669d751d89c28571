package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.platform.inbox.EventTooEarly;

/** Every version of a procedure that an incident was opened under. */
public interface KnownProcedures {
    /**
     * @throws EventTooEarly {@code unknown-procedure}
     */
    Uni<Procedure> byHash(String hash);

    /** The version in force here. */
    Optional<Procedure> byId(String id);

    /** Keeps what is loaded now, so that its incidents are still understood when it is replaced. */
    Uni<Void> keepLoaded();
}
