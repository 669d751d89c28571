package org.tongbao.intake.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.intake.domain.Happening;
import org.tongbao.intake.domain.HappeningKind;
import org.tongbao.intake.domain.Incident;
import org.tongbao.intake.domain.IncidentChange;
import org.tongbao.platform.inbox.EventTooEarly;

/** Takes note of what escalation-service did: within the engine's transaction of the event. */
@ApplicationScoped
public class NoteNotice {
    private final Incidents incidents;
    private final AffectedAgencies affected;
    private final CaseKeeper keeper;
    private final Story story;

    NoteNotice(Incidents incidents, AffectedAgencies affected, CaseKeeper keeper, Story story) {
        this.incidents = incidents;
        this.affected = affected;
        this.keeper = keeper;
        this.story = story;
    }

    /** Something that happened to a notice. */
    public record Act(
            UUID incidentId,
            Instant at,
            HappeningKind kind,
            String who,
            @Nullable String agency,
            @Nullable String channel,
            @Nullable String clause,
            Map<String, String> words) {}

    public Uni<Void> told(Act act) {
        return known(act.incidentId()).chain(incident -> story.tell(List.of(happening(incident, act))));
    }

    /** 橫向通報: one affected agency was really reached; with the last one the obligation is met. */
    public Uni<Void> reached(Act act, String agency, String how, @Nullable String reply) {
        return known(act.incidentId())
                .chain(incident -> affected.reached(act.incidentId(), agency, how, reply, act.at())
                        .chain(() -> affected.of(act.incidentId()))
                        .chain(named -> keep(incident, act, named)));
    }

    private Uni<Incident> known(UUID incidentId) {
        return incidents
                .holdForEngine(incidentId)
                .onItem()
                .ifNull()
                .failWith(() -> new EventTooEarly("unknown-incident"))
                .map(CaseFile::incident);
    }

    private Uni<Void> keep(Incident incident, Act act, List<AffectedAgencies.Named> named) {
        boolean all = !named.isEmpty() && named.stream().allMatch(it -> it.reachedAt() != null);
        List<IncidentChange> changes = all ? incident.lateralNoticesMet(act.at()) : List.of();
        return keeper.keep(incident, List.of(happening(incident, act)), changes, act.at());
    }

    private static Happening happening(Incident incident, Act act) {
        return new Happening(
                Ids.next(),
                incident.id(),
                incident.agency(),
                act.at(),
                act.kind(),
                act.who(),
                act.agency(),
                act.channel(),
                act.clause(),
                null,
                named(incident, act.words()));
    }

    /** With the rule's name in place of its key. */
    private static Map<String, String> named(Incident incident, Map<String, String> words) {
        String key = words.get("rule");
        if (key == null) {
            return words;
        }
        Map<String, String> named = new HashMap<>(words);
        incident.procedure().notice(key).map(NoticeRule::name).ifPresent(name -> {
            named.put("rule", name.chinese());
            named.put("ruleEnglish", name.english());
        });
        return named;
    }
}
