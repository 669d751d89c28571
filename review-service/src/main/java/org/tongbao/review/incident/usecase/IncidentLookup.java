package org.tongbao.review.incident.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiFunction;
import org.tongbao.platform.inbox.EventTooEarly;
import org.tongbao.platform.procedure.ProcedureVersions;
import org.tongbao.review.incident.domain.Incident;
import org.tongbao.review.incident.domain.IncidentId;
import org.tongbao.review.review.domain.ReviewRules;

/** Finds an incident with the review rules of its procedure version. */
@ApplicationScoped
public class IncidentLookup {
    private final Incidents incidents;
    private final ProcedureVersions procedures;

    IncidentLookup(Incidents incidents, ProcedureVersions procedures) {
        this.incidents = incidents;
        this.procedures = procedures;
    }

    /**
     * @throws EventTooEarly when it was not reported yet
     */
    public Uni<Void> with(IncidentId id, BiFunction<Incident, ReviewRules, Uni<Void>> work) {
        return incidents
                .find(id)
                .map(found -> found.orElseThrow(() -> new EventTooEarly("unknown-incident")))
                .chain(incident -> procedures
                        .byHash(incident.procedureHash())
                        .chain(procedure -> work.apply(incident, new ReviewRules(procedure))));
    }
}
