package org.tongbao.intake.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongbao.intake.domain.Happening;
import org.tongbao.intake.domain.Incident;
import org.tongbao.intake.domain.ResponseKind;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;

/** Shows a case and its parts; who reads one of level 3 or 4 is in the journal. */
@ApplicationScoped
public class ReadIncident {
    private final Transactions transactions;
    private final Incidents incidents;
    private final Story story;
    private final ResponseRecords records;
    private final AffectedAgencies affected;
    private final Journal journal;

    ReadIncident(
            Transactions transactions,
            Incidents incidents,
            Story story,
            ResponseRecords records,
            AffectedAgencies affected,
            Journal journal) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.story = story;
        this.records = records;
        this.affected = affected;
        this.journal = journal;
    }

    public Uni<CaseFile> read(Caller caller, UUID id) {
        return transactions.as(caller, () -> open(caller, id, "incident"));
    }

    public Uni<CaseFile> obligations(Caller caller, UUID id) {
        return transactions.as(caller, () -> open(caller, id, "obligations"));
    }

    public Uni<List<Happening>> timeline(Caller caller, UUID id) {
        return transactions.as(caller, () -> open(caller, id, "timeline").chain(file -> timeline(file.incident())));
    }

    private Uni<List<Happening>> timeline(Incident incident) {
        return affected.of(incident.id())
                .chain(named -> story.of(incident.id()).map(later -> OpeningStory.before(incident, named, later)));
    }

    public Uni<List<ResponseRecords.ResponseRecord>> responses(Caller caller, UUID id, ResponseKind kind) {
        return transactions.as(caller, () -> open(caller, id, kind.key()).chain(() -> records.of(id, kind)));
    }

    public Uni<List<AffectedAgencies.Named>> affected(Caller caller, UUID id) {
        return transactions.as(
                caller, () -> open(caller, id, "affected-agencies").chain(() -> affected.of(id)));
    }

    private Uni<CaseFile> open(Caller caller, UUID id, String part) {
        return incidents.find(caller, id).call(file -> noteSevere(caller, file.incident(), part));
    }

    private Uni<Void> noteSevere(Caller caller, Incident incident, String part) {
        return incident.level().effective().severe()
                ? journal.record(
                        caller,
                        new Journal.Entry(
                                "incident-read", incident.agency(), incident.id(), null, Map.of("part", part)))
                : Uni.createFrom().voidItem();
    }
}
