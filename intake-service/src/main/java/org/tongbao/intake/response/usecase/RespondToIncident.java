package org.tongbao.intake.response.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.incident.domain.IncidentChange;
import org.tongbao.intake.incident.usecase.ChangePermission;
import org.tongbao.intake.incident.usecase.IncidentRecorder;
import org.tongbao.intake.incident.usecase.Incidents;
import org.tongbao.intake.response.domain.ResponseAction;
import org.tongbao.intake.timeline.domain.TimelineEntry;
import org.tongbao.intake.timeline.domain.TimelineEntryKind;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** 應變: an agency records a response action. */
@ApplicationScoped
public class RespondToIncident {
    private final Transactions transactions;
    private final Incidents incidents;
    private final IncidentRecorder recorder;
    private final ResponseRecorder records;

    RespondToIncident(
            Transactions transactions, Incidents incidents, IncidentRecorder recorder, ResponseRecorder records) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.recorder = recorder;
        this.records = records;
    }

    /**
     * @param content the body as sent, stored with the incident
     * @param why as stated by the reporter, for the timeline
     */
    public record Command(
            ResponseAction action, String content, @Nullable String why, Instant now) {}

    /** The recorded response and the incident after it. */
    public record Recorded(UUID id, Instant at, Incident incident) {}

    public Uni<Recorded> respond(Caller caller, UUID id, Command command) {
        return transactions.as(
                caller,
                () -> incidents.findForUpdate(caller, id).chain(stored -> respond(caller, stored.incident(), command)));
    }

    private Uni<Recorded> respond(Caller caller, Incident incident, Command command) {
        ChangePermission.require(caller, incident);
        List<IncidentChange> changes = command.action().applyTo(incident, command.now());
        TimelineEntry entry = entry(caller, incident, command, clauseOf(changes));
        return records.record(caller, incident, command)
                .call(() -> recorder.record(incident, List.of(entry), changes, command.now()))
                .map(recorded -> new Recorded(recorded, command.now(), incident));
    }

    private static TimelineEntry entry(Caller caller, Incident incident, Command command, @Nullable String clause) {
        var sentence = command.action().kind().sentence();
        return new TimelineEntry(
                Ids.next(),
                incident.id(),
                incident.agency(),
                command.now(),
                TimelineEntryKind.RESPONDED,
                caller.name(),
                caller.agency(),
                "portal",
                clause,
                command.why(),
                Map.of("did", sentence.chinese(), "didEnglish", sentence.english()));
    }

    private static @Nullable String clauseOf(List<IncidentChange> changes) {
        return changes.stream()
                .filter(IncidentChange.ObligationProgressed.class::isInstance)
                .map(it ->
                        ((IncidentChange.ObligationProgressed) it).obligation().clause())
                .findFirst()
                .orElse(null);
    }
}
