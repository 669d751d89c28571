package org.tongbao.intake.incident.db;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.obligation.domain.IncidentObligation;

@ApplicationScoped
class ObligationRows implements PanacheRepositoryBase<ObligationRow, ObligationRow.Key> {
    Uni<List<ObligationRow>> of(UUID incidentId) {
        return list("incidentId = ?1 order by position", incidentId);
    }

    /** Saves the obligations of an incident; new ones are inserted. */
    Uni<Void> save(Incident incident) {
        return of(incident.id()).chain(rows -> {
            Map<String, ObligationRow> known =
                    rows.stream().collect(Collectors.toMap(row -> row.key, Function.identity()));
            List<ObligationRow> added = new ArrayList<>();
            for (IncidentObligation obligation : incident.obligations()) {
                ObligationRow row = known.get(obligation.key());
                if (row == null) {
                    added.add(ObligationRow.of(incident.id(), incident.agency(), obligation));
                } else {
                    row.take(obligation);
                }
            }
            return added.isEmpty() ? Uni.createFrom().voidItem() : persist(added);
        });
    }
}
