package org.tongbao.review.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiFunction;
import org.tongbao.platform.inbox.EventTooEarly;
import org.tongbao.platform.procedure.ProcedureVersions;
import org.tongbao.review.domain.Incident;
import org.tongbao.review.domain.IncidentId;
import org.tongbao.review.domain.ReviewRules;

/** Finds an incident and the rules it lives under. */
@ApplicationScoped
class KnownIncident {
    private final Incidents incidents;
    private final ProcedureVersions procedures;

    KnownIncident(Incidents incidents, ProcedureVersions procedures) {
        this.incidents = incidents;
        this.procedures = procedures;
    }

    /**
     * @throws EventTooEarly when it was not reported yet
     */
    Uni<Void> with(IncidentId id, BiFunction<Incident, ReviewRules, Uni<Void>> work) {
        return incidents
                .find(id)
                .map(found -> found.orElseThrow(() -> new EventTooEarly("unknown-incident")))
                .chain(incident -> procedures
                        .byHash(incident.procedureHash())
                        .chain(procedure -> work.apply(incident, new ReviewRules(procedure))));
    }
}
