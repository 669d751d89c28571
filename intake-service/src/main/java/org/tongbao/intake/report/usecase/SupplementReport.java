package org.tongbao.intake.report.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongbao.contracts.Ids;
import org.tongbao.intake.domain.Refusal;
import org.tongbao.intake.domain.Refused;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.incident.usecase.ChangePermission;
import org.tongbao.intake.incident.usecase.IncidentRecorder;
import org.tongbao.intake.incident.usecase.Incidents;
import org.tongbao.intake.incident.usecase.StoredIncident;
import org.tongbao.intake.report.domain.Report;
import org.tongbao.intake.timeline.domain.TimelineEntry;
import org.tongbao.intake.timeline.domain.TimelineEntryKind;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;

/** 補充: merges a supplement into a report; every version is kept. */
@ApplicationScoped
public class SupplementReport {
    private final Transactions transactions;
    private final Incidents incidents;
    private final IncidentRecorder recorder;
    private final Journal journal;

    SupplementReport(Transactions transactions, Incidents incidents, IncidentRecorder recorder, Journal journal) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.recorder = recorder;
        this.journal = journal;
    }

    /** A report in both its forms. */
    public record Written(Report report, String content) {}

    /** Merges the supplement into what was written, and checks the whole. */
    @FunctionalInterface
    public interface Merge {
        Written into(String content);
    }

    /**
     * @param version the one that the supplement was made for
     */
    public Uni<StoredIncident> supplement(Caller caller, UUID id, long version, Merge merge, Instant now) {
        return transactions.as(caller, () -> incidents
                .findForUpdate(caller, id)
                .chain(stored -> supplement(caller, stored, version, merge, now))
                .chain(() -> incidents.find(caller, id)));
    }

    private Uni<Void> supplement(Caller caller, StoredIncident stored, long version, Merge merge, Instant now) {
        Incident incident = stored.incident();
        ChangePermission.require(caller, incident);
        if (stored.version() != version) {
            throw new Refused(Refusal.STALE);
        }
        Written written = merge.into(stored.content());
        var changes = incident.supplement(written.report(), caller.agency(), now);
        return recorder.record(incident, List.of(entry(caller, incident, now)), changes, now)
                .chain(() -> incidents.saveSupplement(caller, incident, written.report(), written.content(), now))
                .chain(() -> journal.record(
                        caller,
                        new Journal.Entry(
                                "report-supplemented",
                                incident.agency(),
                                incident.id(),
                                null,
                                Map.of("version", version + 1))));
    }

    private static TimelineEntry entry(Caller caller, Incident incident, Instant now) {
        return new TimelineEntry(
                Ids.next(),
                incident.id(),
                incident.agency(),
                now,
                TimelineEntryKind.SUPPLEMENTED,
                caller.name(),
                caller.agency(),
                "portal",
                null,
                null,
                Map.of());
    }
}
