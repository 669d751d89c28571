package org.tongbao.review.incident.usecase;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.tongbao.review.incident.domain.Incident;
import org.tongbao.review.incident.domain.IncidentId;

/** The reported incidents known here. */
public interface Incidents {
    Uni<Void> add(Incident incident);

    Uni<Optional<Incident>> find(IncidentId id);

    Uni<Void> save(Incident incident);
}
