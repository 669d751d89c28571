package org.tongbao.intake.review.usecase;

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
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.incident.domain.IncidentChange;
import org.tongbao.intake.incident.usecase.IncidentRecorder;
import org.tongbao.intake.incident.usecase.Incidents;
import org.tongbao.intake.incident.usecase.StoredIncident;
import org.tongbao.intake.timeline.domain.TimelineEntry;
import org.tongbao.intake.timeline.domain.TimelineEntryKind;
import org.tongbao.platform.access.IncidentAccess;
import org.tongbao.platform.journal.Journal;

/** Records what review-service did, in the engine's transaction of the event. */
@ApplicationScoped
public class RecordReview {
    private final Incidents incidents;
    private final IncidentRecorder recorder;
    private final IncidentAccess access;
    private final Journal journal;

    RecordReview(Incidents incidents, IncidentRecorder recorder, IncidentAccess access, Journal journal) {
        this.incidents = incidents;
        this.recorder = recorder;
        this.access = access;
        this.journal = journal;
    }

    /**
     * An event of a review.
     *
     * @param who a person's name, or the agency's code
     * @param turn who may review from now on, null when that has not changed
     */
    public record ReviewEvent(
            UUID incidentId,
            Instant at,
            TimelineEntryKind kind,
            String who,
            String authority,
            @Nullable String clause,
            @Nullable String why,
            Map<String, String> values,
            @Nullable Turn turn) {}

    /** The turn of an authority in the chain of a review. */
    public record Turn(String authority, ReviewKind kind) {}

    public Uni<Void> opened(ReviewEvent event, Instant due) {
        return apply(event, incident -> {
            incident.scheduleLevelReview(due);
            return List.of();
        });
    }

    public Uni<Void> missed(ReviewEvent event) {
        return apply(event, incident -> {
            incident.missLevelReview();
            return List.of();
        });
    }

    public Uni<Void> levelConcluded(ReviewEvent event, Level level) {
        return apply(event, incident -> incident.concludeLevelReview(level, event.authority(), event.at()));
    }

    public Uni<Void> closingReceived(ReviewEvent event) {
        return apply(event, incident -> incident.close(event.at()));
    }

    public Uni<Void> closingQuestioned(ReviewEvent event) {
        return apply(event, incident -> {
            incident.questionClosing();
            return List.of();
        });
    }

    public Uni<Void> record(ReviewEvent event) {
        return apply(event, incident -> List.of());
    }

    private Uni<Void> apply(ReviewEvent event, Function<Incident, List<IncidentChange>> effect) {
        return incidents
                .findForUpdate(event.incidentId())
                .map(StoredIncident::incident)
                .chain(incident -> save(incident, event, new ArrayList<>(effect.apply(incident))));
    }

    private Uni<Void> save(Incident incident, ReviewEvent event, List<IncidentChange> changes) {
        return recorder.record(incident, List.of(entry(incident, event)), changes, event.at())
                .chain(() -> open(incident, event.turn()))
                .chain(() -> journal.record(journalEntry(incident, event)));
    }

    /** An authority sees an incident when its turn comes, here as in review-service. */
    private Uni<Void> open(Incident incident, @Nullable Turn turn) {
        return turn == null
                ? Uni.createFrom().voidItem()
                : access.open(
                        incident.id(),
                        incident.agency(),
                        new IncidentAccess.Opening(turn.authority(), IncidentAccess.Why.of(turn.kind())));
    }

    private static TimelineEntry entry(Incident incident, ReviewEvent event) {
        return new TimelineEntry(
                Ids.next(),
                incident.id(),
                incident.agency(),
                event.at(),
                event.kind(),
                event.who(),
                event.authority(),
                null,
                event.clause(),
                event.why(),
                event.values());
    }

    private static Journal.Entry journalEntry(Incident incident, ReviewEvent event) {
        return new Journal.Entry(
                "review-noted",
                incident.agency(),
                incident.id(),
                event.clause(),
                Map.of("kind", event.kind().name(), "authority", event.authority()));
    }
}
