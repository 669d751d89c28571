package org.tongbao.intake.timeline.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.incident.domain.IncidentChange;
import org.tongbao.intake.obligation.domain.IncidentObligation;
import org.tongbao.intake.timeline.domain.TimelineEntry;
import org.tongbao.intake.timeline.domain.TimelineEntryKind;

/** The timeline entries of an incident's changes. */
public final class TimelineEntries implements IncidentChange.Visitor<Optional<TimelineEntry>> {
    private static final String ENGINE = "Tongbao";

    private final UUID incidentId;
    private final String agency;
    private final Procedure procedure;

    private TimelineEntries(UUID incidentId, String agency, Procedure procedure) {
        this.incidentId = incidentId;
        this.agency = agency;
        this.procedure = procedure;
    }

    public static List<TimelineEntry> of(Incident incident, List<IncidentChange> changes) {
        return of(incident.id(), incident.agency(), incident.procedure(), changes);
    }

    public static List<TimelineEntry> of(
            UUID incidentId, String agency, Procedure procedure, List<IncidentChange> changes) {
        var entries = new TimelineEntries(incidentId, agency, procedure);
        return changes.stream().flatMap(it -> it.accept(entries).stream()).toList();
    }

    @Override
    public Optional<TimelineEntry> levelChanged(IncidentChange.LevelChanged it) {
        Map<String, String> levels = Map.of(
                "from", String.valueOf(it.from().number()),
                "to", String.valueOf(it.to().number()));
        return Optional.of(engine(it.at(), TimelineEntryKind.LEVEL_CHANGED, it.by(), null, levels));
    }

    @Override
    public Optional<TimelineEntry> obligationProgressed(IncidentChange.ObligationProgressed it) {
        IncidentObligation obligation = it.obligation();
        Map<String, String> values = SentenceValues.obligation(procedure, obligation.key());
        values.put("due", SentenceValues.time(obligation.dueAt()));
        values.put("percent", String.valueOf(obligation.warned()));
        return Optional.of(engine(it.at(), kind(it.progress()), null, obligation.clause(), values));
    }

    private static TimelineEntryKind kind(IncidentChange.Progress progress) {
        return switch (progress) {
            case WARNED -> TimelineEntryKind.OBLIGATION_WARNED;
            case OVERDUE -> TimelineEntryKind.OBLIGATION_OVERDUE;
            case MET -> TimelineEntryKind.OBLIGATION_MET;
            case MET_LATE -> TimelineEntryKind.OBLIGATION_MET_LATE;
        };
    }

    @Override
    public Optional<TimelineEntry> closed(IncidentChange.Closed it) {
        return Optional.of(engine(it.at(), TimelineEntryKind.CLOSED, null, null, Map.of()));
    }

    /** The entry of the response action says it. */
    @Override
    public Optional<TimelineEntry> milestoneReached(IncidentChange.MilestoneReached it) {
        return Optional.empty();
    }

    /** The entry of its use case says it. */
    @Override
    public Optional<TimelineEntry> affectedAgencyNamed(IncidentChange.AffectedAgencyNamed it) {
        return Optional.empty();
    }

    /** The entry of the response action says it. */
    @Override
    public Optional<TimelineEntry> approved(IncidentChange.Approved it) {
        return Optional.empty();
    }

    /** The entry of the response action says it. */
    @Override
    public Optional<TimelineEntry> closingFiled(IncidentChange.ClosingFiled it) {
        return Optional.empty();
    }

    private TimelineEntry engine(
            Instant at,
            TimelineEntryKind kind,
            @Nullable String byAgency,
            @Nullable String clause,
            Map<String, String> values) {
        return new TimelineEntry(
                Ids.next(), incidentId, agency, at, kind, ENGINE, byAgency, null, clause, null, values);
    }
}
