package org.tongbao.intake.response.rest;

import java.util.List;
import java.util.UUID;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.response.domain.ResponseKind;
import org.tongbao.intake.response.usecase.RespondToIncident;
import org.tongbao.intake.rest.LevelView;
import org.tongbao.intake.rest.ObligationView;
import org.tongbao.platform.time.Times;

/** The recorded response and the state of the incident after it. */
record RecordedResponseView(
        UUID id,
        String kind,
        String recordedAt,
        UUID incident,
        String state,
        LevelView level,
        List<ObligationView> obligations) {
    static RecordedResponseView of(RespondToIncident.Recorded recorded, ResponseKind kind) {
        Incident incident = recorded.incident();
        return new RecordedResponseView(
                recorded.id(),
                kind.key(),
                Times.text(recorded.at()),
                incident.id(),
                incident.state().name(),
                LevelView.of(incident.level()),
                ObligationView.all(incident, recorded.at()));
    }
}
