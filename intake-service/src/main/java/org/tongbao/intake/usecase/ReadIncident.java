package org.tongbao.intake.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongbao.intake.domain.TimelineEntry;
import org.tongbao.intake.domain.Incident;
import org.tongbao.intake.domain.ResponseKind;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;

/** Reads an incident and its parts; a read of level 3 or 4 is journaled. */
@ApplicationScoped
public class ReadIncident {
    private final Transactions transactions;
    private final Incidents incidents;
    private final Timeline timeline;
    private final ResponseRecords records;
    private final AffectedAgencies affected;
    private final Journal journal;

    ReadIncident(
            Transactions transactions,
            Incidents incidents,
            Timeline timeline,
            ResponseRecords records,
            AffectedAgencies affected,
            Journal journal) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.timeline = timeline;
        this.records = records;
        this.affected = affected;
        this.journal = journal;
    }

    public Uni<StoredIncident> read(Caller caller, UUID id) {
        return transactions.as(caller, () -> open(caller, id, "incident"));
    }

    public Uni<StoredIncident> obligations(Caller caller, UUID id) {
        return transactions.as(caller, () -> open(caller, id, "obligations"));
    }

    public Uni<List<TimelineEntry>> timeline(Caller caller, UUID id) {
        return transactions.as(caller, () -> open(caller, id, "timeline").chain(stored -> timeline(stored.incident())));
    }

    private Uni<List<TimelineEntry>> timeline(Incident incident) {
        return affected.of(incident.id())
                .chain(named -> timeline.of(incident.id()).map(later -> OpeningEntries.before(incident, named, later)));
    }

    public Uni<List<ResponseRecords.ResponseRecord>> responses(Caller caller, UUID id, ResponseKind kind) {
        return transactions.as(caller, () -> open(caller, id, kind.key()).chain(() -> records.of(id, kind)));
    }

    public Uni<List<AffectedAgencies.Named>> affected(Caller caller, UUID id) {
        return transactions.as(
                caller, () -> open(caller, id, "affected-agencies").chain(() -> affected.of(id)));
    }

    private Uni<StoredIncident> open(Caller caller, UUID id, String part) {
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
