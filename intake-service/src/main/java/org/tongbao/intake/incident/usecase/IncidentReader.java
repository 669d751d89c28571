package org.tongbao.intake.incident.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.journal.Journal;

/** Reads an incident, or a part of it, within a transaction; a read of level 3 or 4 is journaled. */
@ApplicationScoped
public class IncidentReader {
    private final Incidents incidents;
    private final Journal journal;

    IncidentReader(Incidents incidents, Journal journal) {
        this.incidents = incidents;
        this.journal = journal;
    }

    /**
     * @param part what is read, for the journal
     */
    public Uni<StoredIncident> read(Caller caller, UUID id, String part) {
        return incidents.find(caller, id).call(stored -> journalSevereRead(caller, stored.incident(), part));
    }

    private Uni<Void> journalSevereRead(Caller caller, Incident incident, String part) {
        return incident.level().effective().severe()
                ? journal.record(
                        caller,
                        new Journal.Entry(
                                "incident-read", incident.agency(), incident.id(), null, Map.of("part", part)))
                : Uni.createFrom().voidItem();
    }
}
