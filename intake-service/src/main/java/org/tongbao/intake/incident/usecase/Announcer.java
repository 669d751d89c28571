package org.tongbao.intake.incident.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.tongbao.intake.incident.domain.IncidentChange;

/** Announces changes to the other services, in the transaction of the change. */
public interface Announcer {
    Uni<Void> announce(UUID incidentId, boolean exercise, List<IncidentChange> changes);
}
