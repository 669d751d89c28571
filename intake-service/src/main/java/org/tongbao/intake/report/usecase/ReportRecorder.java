package org.tongbao.intake.report.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.tongbao.contracts.event.IncidentReported;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.report.domain.Report;
import org.tongbao.intake.report.domain.ReportingAgency;
import org.tongbao.platform.access.Caller;

/** Saves a report: incident, obligations, access, journal entry and announcement together. */
public interface ReportRecorder {
    /**
     * Saves in the transaction under way, unless the key is used. Fails with {@link NumberTaken}.
     *
     * @return whether the key was free
     */
    Uni<Boolean> record(Caller caller, NewReport report);

    /**
     * @param content the report as it was sent
     * @param answer what the reporter gets, now and whenever the key comes again
     */
    record NewReport(
            IdempotencyKey key,
            Incident incident,
            Report report,
            String content,
            List<ReportingAgency.Opening> opensTo,
            IncidentReported event,
            String answer) {}

    /** Another incident has this number already: draw again. */
    final class NumberTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NumberTaken() {
            super("the number is taken", null, false, false);
        }
    }
}
