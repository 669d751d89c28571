package org.tongbao.intake.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.tongbao.contracts.Ids;
import org.tongbao.intake.domain.Incident;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.journal.Journal;

/** Writes a response down twice: its content with the case, and that it was written in the journal. */
@ApplicationScoped
class ResponseLog {
    private final ResponseRecords records;
    private final Journal journal;

    ResponseLog(ResponseRecords records, Journal journal) {
        this.records = records;
        this.journal = journal;
    }

    Uni<UUID> add(Caller caller, Incident incident, RespondToIncident.Command command) {
        UUID id = Ids.next();
        String kind = command.act().kind().key();
        return records.add(new ResponseRecords.ResponseRecord(
                        id,
                        incident.id(),
                        incident.agency(),
                        command.act().kind(),
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
