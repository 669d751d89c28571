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
public final class TimelineEntries {
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
        return changes.stream().flatMap(it -> entries.of(it).stream()).toList();
    }

    private Optional<TimelineEntry> of(IncidentChange change) {
        if (change instanceof IncidentChange.LevelChanged changed) {
            return Optional.of(engine(
                    changed.at(),
                    TimelineEntryKind.LEVEL_CHANGED,
                    changed.by(),
                    null,
                    Map.of(
                            "from", String.valueOf(changed.from().number()),
                            "to", String.valueOf(changed.to().number()))));
        }
        if (change instanceof IncidentChange.ObligationProgressed progressed) {
            return of(progressed);
        }
        if (change instanceof IncidentChange.Closed closed) {
            return Optional.of(engine(closed.at(), TimelineEntryKind.CLOSED, null, null, Map.of()));
        }
        return Optional.empty();
    }

    private Optional<TimelineEntry> of(IncidentChange.ObligationProgressed progressed) {
        IncidentObligation obligation = progressed.obligation();
        Map<String, String> words = SentenceValues.obligation(procedure, obligation.key());
        words.put("due", SentenceValues.time(obligation.dueAt()));
        words.put("percent", String.valueOf(obligation.warned()));
        return switch (progressed.progress()) {
            case WARNED -> Optional.of(of(progressed, TimelineEntryKind.OBLIGATION_WARNED, words));
            case OVERDUE -> Optional.of(of(progressed, TimelineEntryKind.OBLIGATION_OVERDUE, words));
            case MET_LATE -> Optional.of(of(progressed, TimelineEntryKind.OBLIGATION_MET_LATE, words));
            case MET -> Optional.of(of(progressed, TimelineEntryKind.OBLIGATION_MET, words));
        };
    }

    private TimelineEntry of(
            IncidentChange.ObligationProgressed progressed, TimelineEntryKind kind, Map<String, String> words) {
        return engine(progressed.at(), kind, null, progressed.obligation().clause(), words);
    }

    private TimelineEntry engine(
            Instant at,
            TimelineEntryKind kind,
            @Nullable String byAgency,
            @Nullable String clause,
            Map<String, String> words) {
        return new TimelineEntry(Ids.next(), incidentId, agency, at, kind, ENGINE, byAgency, null, clause, null, words);
    }
}
