package org.tongbao.escalation.incident.usecase;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.escalation.incident.domain.Incident;

/** This service's copy of the incidents. */
public interface Incidents {
    Uni<Void> add(Incident incident);

    Uni<Optional<Incident>> find(UUID id);

    Uni<Void> changeLevel(UUID id, Level level);

    /** True the first time. */
    Uni<Boolean> damageControlled(UUID id);

    Uni<Void> close(UUID id);
}
