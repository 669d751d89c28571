package org.tongbao.intake.report.domain;

import java.time.ZoneId;
import java.util.List;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Relation;

/**
 * The reporting agency, as known at the time of the report.
 *
 * @param procedureAssumed whether the agency is not known yet, so that the default procedure is taken
 * @param opensTo the agencies to which relations open the incident
 */
public record ReportingAgency(
        String agency,
        Procedure procedure,
        boolean procedureAssumed,
        ZoneId zone,
        boolean reportsToCentralAgency,
        List<Opening> opensTo) {
    public ReportingAgency {
        opensTo = List.copyOf(opensTo);
    }

    /** It stands in this relation to the agency that reports. */
    public record Opening(String agency, Relation why) {}
}
