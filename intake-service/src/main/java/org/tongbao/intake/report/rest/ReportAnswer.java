package org.tongbao.intake.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.report.domain.Filing;
import org.tongbao.intake.rest.LevelView;
import org.tongbao.intake.rest.ObligationView;
import org.tongbao.platform.time.Times;

/**
 * The answer to a report.
 *
 * @param receivedAt when it was stored, or the call was taken
 * @param enteredAt when a call was stored
 * @param procedureAssumed true when the agency is not known here yet, so that the default procedure was taken
 */
record ReportAnswer(
        UUID id,
        String number,
        String agency,
        String procedure,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean procedureAssumed,
        String receivedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String enteredAt,
        String state,
        LevelView level,
        List<ObligationView> obligations) {
    static ReportAnswer of(Incident incident) {
        Filing filing = incident.filing();
        return new ReportAnswer(
                incident.id(),
                incident.number().value(),
                incident.agency(),
                incident.procedure().id(),
                incident.procedureAssumed() ? true : null,
                Times.text(filing.receivedAt()),
                filing.offline() ? Times.text(filing.enteredAt()) : null,
                incident.state().name(),
                LevelView.of(incident.level()),
                ObligationView.all(incident, filing.enteredAt()));
    }
}
