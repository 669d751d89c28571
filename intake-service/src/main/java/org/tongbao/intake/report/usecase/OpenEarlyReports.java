package org.tongbao.intake.report.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tongbao.intake.incident.usecase.Incidents;
import org.tongbao.intake.report.domain.ReportingAgency;
import org.tongbao.platform.access.IncidentAccess;

/**
 * An agency that reported before it was known here has become known: whoever its relations open a report to sees those
 * early reports as well. Their level is reviewed by the chain that was opened with them.
 */
@ApplicationScoped
public class OpenEarlyReports {
    private final ReportingAgencies agencies;
    private final Incidents incidents;
    private final IncidentAccess access;

    OpenEarlyReports(ReportingAgencies agencies, Incidents incidents, IncidentAccess access) {
        this.agencies = agencies;
        this.incidents = incidents;
        this.access = access;
    }

    private static List<IncidentAccess.Opening> openings(ReportingAgency known) {
        return known.opensTo().stream()
                .map(it -> new IncidentAccess.Opening(it.agency(), IncidentAccess.Why.of(it.why())))
                .toList();
    }

    /** Within the engine's transaction that saves the agency's entry; the same again changes nothing. */
    public Uni<Void> open(String agency) {
        return incidents
                .withAssumedProcedure(agency)
                .chain(early -> early.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : agencies.find(agency).chain(known -> access.openByRelation(early, agency, openings(known))));
    }
}
