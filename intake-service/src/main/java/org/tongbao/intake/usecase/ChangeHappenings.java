package org.tongbao.intake.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.intake.domain.Happening;
import org.tongbao.intake.domain.HappeningKind;
import org.tongbao.intake.domain.Incident;
import org.tongbao.intake.domain.IncidentChange;
import org.tongbao.intake.domain.IncidentObligation;

/** Puts the changes of a case into its timeline. */
final class ChangeHappenings {
    private static final String ENGINE = "Tongbao";

    private final UUID incidentId;
    private final String agency;
    private final Procedure procedure;

    private ChangeHappenings(UUID incidentId, String agency, Procedure procedure) {
        this.incidentId = incidentId;
        this.agency = agency;
        this.procedure = procedure;
    }

    static List<Happening> of(Incident incident, List<IncidentChange> changes) {
        return of(incident.id(), incident.agency(), incident.procedure(), changes);
    }

    static List<Happening> of(UUID incidentId, String agency, Procedure procedure, List<IncidentChange> changes) {
        var happenings = new ChangeHappenings(incidentId, agency, procedure);
        return changes.stream().flatMap(it -> happenings.of(it).stream()).toList();
    }

    private Optional<Happening> of(IncidentChange change) {
        if (change instanceof IncidentChange.LevelChanged changed) {
            return Optional.of(engine(
                    changed.at(),
                    HappeningKind.LEVEL_CHANGED,
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
            return Optional.of(engine(closed.at(), HappeningKind.CLOSED, null, null, Map.of()));
        }
        return Optional.empty();
    }

    private Optional<Happening> of(IncidentChange.ObligationProgressed progressed) {
        IncidentObligation obligation = progressed.obligation();
        Map<String, String> words = Words.obligation(procedure, obligation.key());
        words.put("due", Words.time(obligation.dueAt()));
        words.put("percent", String.valueOf(obligation.warned()));
        return switch (progressed.progress()) {
            case WARNED -> Optional.of(of(progressed, HappeningKind.OBLIGATION_WARNED, words));
            case OVERDUE -> Optional.of(of(progressed, HappeningKind.OBLIGATION_OVERDUE, words));
            case MET_LATE -> Optional.of(of(progressed, HappeningKind.OBLIGATION_MET_LATE, words));
            case MET -> Optional.of(of(progressed, HappeningKind.OBLIGATION_MET, words));
        };
    }

    private Happening of(
            IncidentChange.ObligationProgressed progressed, HappeningKind kind, Map<String, String> words) {
        return engine(progressed.at(), kind, null, progressed.obligation().clause(), words);
    }

    private Happening engine(
            Instant at,
            HappeningKind kind,
            @Nullable String byAgency,
            @Nullable String clause,
            Map<String, String> words) {
        return new Happening(Ids.next(), incidentId, agency, at, kind, ENGINE, byAgency, null, clause, null, words);
    }
}
