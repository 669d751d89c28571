package org.tongbao.intake.response.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.tongbao.contracts.Ids;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.journal.Journal;

/** Records a response: its content with the incident, and an entry in the journal. */
@ApplicationScoped
class ResponseRecorder {
    private final ResponseRecords records;
    private final Journal journal;

    ResponseRecorder(ResponseRecords records, Journal journal) {
        this.records = records;
        this.journal = journal;
    }

    Uni<UUID> record(Caller caller, Incident incident, RespondToIncident.Command command) {
        UUID id = Ids.next();
        String kind = command.action().kind().key();
        return records.add(new ResponseRecords.ResponseRecord(
                        id,
                        incident.id(),
                        incident.agency(),
                        command.action().kind(),
                        command.content(),
                        caller.subject(),
                        caller.name(),
                        command.now()))
                .chain(() -> journal.record(
                        caller,
                        new Journal.Entry(
                                "response-recorded",
                                incident.agency(),
                                incident.id(),
                                null,
                                Map.of("kind", kind, "record", id))))
                .replaceWith(id);
    }
}
