package org.tongbao.intake.notice.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.CommonNotice;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.intake.affected.usecase.AffectedAgencies;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.incident.domain.IncidentChange;
import org.tongbao.intake.incident.usecase.IncidentRecorder;
import org.tongbao.intake.incident.usecase.Incidents;
import org.tongbao.intake.incident.usecase.StoredIncident;
import org.tongbao.intake.timeline.domain.TimelineEntry;
import org.tongbao.intake.timeline.domain.TimelineEntryKind;
import org.tongbao.intake.timeline.usecase.Timeline;

/** Records what escalation-service did, in the engine's transaction of the event. */
@ApplicationScoped
public class RecordNotice {
    private final Incidents incidents;
    private final AffectedAgencies affected;
    private final IncidentRecorder recorder;
    private final Timeline timeline;

    RecordNotice(Incidents incidents, AffectedAgencies affected, IncidentRecorder recorder, Timeline timeline) {
        this.incidents = incidents;
        this.affected = affected;
        this.recorder = recorder;
        this.timeline = timeline;
    }

    /** An event of a notice. */
    public record NoticeEvent(
            UUID incidentId,
            Instant at,
            TimelineEntryKind kind,
            String who,
            @Nullable String agency,
            @Nullable String channel,
            @Nullable String clause,
            Map<String, String> values) {}

    public Uni<Void> record(NoticeEvent event) {
        return incident(event.incidentId()).chain(incident -> timeline.add(List.of(entry(incident, event))));
    }

    /** 橫向通報: one affected agency was really reached; with the last one the obligation is met. */
    public Uni<Void> reached(NoticeEvent event, String agency, String how, @Nullable String reply) {
        return incident(event.incidentId())
                .chain(incident -> affected.reached(event.incidentId(), agency, how, reply, event.at())
                        .chain(() -> affected.of(event.incidentId()))
                        .chain(named -> save(incident, event, named)));
    }

    private Uni<Incident> incident(UUID incidentId) {
        return incidents.findForUpdate(incidentId).map(StoredIncident::incident);
    }

    private Uni<Void> save(Incident incident, NoticeEvent event, List<AffectedAgencies.Named> named) {
        boolean all = !named.isEmpty() && named.stream().allMatch(it -> it.reachedAt() != null);
        List<IncidentChange> changes = all ? incident.meetLateralNotices(event.at()) : List.of();
        return recorder.record(incident, List.of(entry(incident, event)), changes, event.at());
    }

    private static TimelineEntry entry(Incident incident, NoticeEvent event) {
        return new TimelineEntry(
                Ids.next(),
                incident.id(),
                incident.agency(),
                event.at(),
                event.kind(),
                event.who(),
                event.agency(),
                event.channel(),
                event.clause(),
                null,
                named(incident, event.values()));
    }

    /** Replaces the rule's key by its name. */
    private static Map<String, String> named(Incident incident, Map<String, String> values) {
        String key = values.get("rule");
        if (key == null) {
            return values;
        }
        Map<String, String> named = new HashMap<>(values);
        Optional<Text> name = incident.procedure().notice(key).map(NoticeRule::name);
        name.or(() -> Keyed.find(CommonNotice.class, key).map(CommonNotice::text))
                .ifPresent(known -> {
                    named.put("rule", known.chinese());
                    named.put("ruleEnglish", known.english());
                });
        return named;
    }
}
