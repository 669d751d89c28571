package org.tongbao.intake.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.tongbao.intake.domain.IncidentChange;

/** Tells the other services, in the transaction that makes it true. */
public interface Announcer {
    Uni<Void> announce(UUID incidentId, boolean exercise, List<IncidentChange> changes);
}
