package org.tongbao.review.usecase;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.tongbao.review.domain.Incident;
import org.tongbao.review.domain.IncidentId;

/** What is known of the reported incidents. */
public interface Incidents {
    Uni<Void> add(Incident incident);

    Uni<Optional<Incident>> find(IncidentId id);

    Uni<Void> save(Incident incident);
}
