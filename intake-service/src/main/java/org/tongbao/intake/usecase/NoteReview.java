package org.tongbao.intake.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.intake.domain.Happening;
import org.tongbao.intake.domain.HappeningKind;
import org.tongbao.intake.domain.Incident;
import org.tongbao.intake.domain.IncidentChange;
import org.tongbao.platform.inbox.EventTooEarly;
import org.tongbao.platform.journal.Journal;

/** Takes note of what review-service did: within the engine's transaction of the event. */
@ApplicationScoped
public class NoteReview {
    private final Incidents incidents;
    private final CaseKeeper keeper;
    private final Journal journal;

    NoteReview(Incidents incidents, CaseKeeper keeper, Journal journal) {
        this.incidents = incidents;
        this.keeper = keeper;
        this.journal = journal;
    }

    /**
     * Something a reviewer, or the lack of one, did.
     *
     * @param who a person's name, or the agency's code
     */
    public record Act(
            UUID incidentId,
            Instant at,
            HappeningKind kind,
            String who,
            String authority,
            @Nullable String clause,
            @Nullable String why,
            Map<String, String> words) {}

    public Uni<Void> opened(Act act, Instant due) {
        return note(act, incident -> {
            incident.levelReviewDueAt(due);
            return List.of();
        });
    }

    public Uni<Void> missed(Act act) {
        return note(act, incident -> {
            incident.levelReviewMissed();
            return List.of();
        });
    }

    public Uni<Void> levelFound(Act act, Level level) {
        return note(act, incident -> incident.concludeLevelReview(level, act.authority(), act.at()));
    }

    public Uni<Void> closingReceived(Act act) {
        return note(act, incident -> incident.close(act.at()));
    }

    public Uni<Void> closingQuestioned(Act act) {
        return note(act, incident -> {
            incident.questionClosing();
            return List.of();
        });
    }

    public Uni<Void> told(Act act) {
        return note(act, incident -> List.of());
    }

    private Uni<Void> note(Act act, Function<Incident, List<IncidentChange>> effect) {
        return incidents
                .holdForEngine(act.incidentId())
                .onItem()
                .ifNull()
                .failWith(() -> new EventTooEarly("unknown-incident"))
                .map(CaseFile::incident)
                .chain(incident -> keep(incident, act, new ArrayList<>(effect.apply(incident))));
    }

    private Uni<Void> keep(Incident incident, Act act, List<IncidentChange> changes) {
        return keeper.keep(incident, List.of(happening(incident, act)), changes, act.at())
                .chain(() -> journal.record(entry(incident, act)));
    }

    private static Happening happening(Incident incident, Act act) {
        return new Happening(
                Ids.next(),
                incident.id(),
                incident.agency(),
                act.at(),
                act.kind(),
                act.who(),
                act.authority(),
                null,
                act.clause(),
                act.why(),
                act.words());
    }

    private static Journal.Entry entry(Incident incident, Act act) {
        return new Journal.Entry(
                "review-noted",
                incident.agency(),
                incident.id(),
                act.clause(),
                Map.of("kind", act.kind().name(), "authority", act.authority()));
    }
}
