package org.tongbao.review.incident.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tongbao.review.incident.domain.Incident;
import org.tongbao.review.incident.domain.IncidentId;
import org.tongbao.review.incident.usecase.Incidents;

@ApplicationScoped
class PanacheIncidents implements Incidents {
    @Override
    public Uni<Void> add(Incident incident) {
        return IncidentRow.of(incident).persistAndFlush().replaceWithVoid();
    }

    @Override
    public Uni<Optional<Incident>> find(IncidentId id) {
        return IncidentRow.<IncidentRow>findById(id.value())
                .map(row -> Optional.ofNullable(row).map(IncidentRow::incident));
    }

    @Override
    public Uni<Void> save(Incident incident) {
        return IncidentRow.<IncidentRow>findById(incident.ref().id().value())
                .invoke(row -> row.update(incident))
                .call(row -> row.flush())
                .replaceWithVoid();
    }
}
