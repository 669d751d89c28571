package org.tongbao.escalation.incident.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.escalation.notice.domain.NoticeEvent;
import org.tongbao.escalation.notice.usecase.ChangeNotice;
import org.tongbao.escalation.notice.usecase.ChangeNotice.Reaction;
import org.tongbao.escalation.notice.usecase.NoticeFacts;
import org.tongbao.escalation.notice.usecase.Notices;
import org.tongbao.escalation.notice.usecase.OpenNotices;
import org.tongbao.escalation.notice.usecase.Trigger;
import org.tongbao.escalation.notice.usecase.TriggerDetails;
import org.tongbao.platform.inbox.EventTooEarly;

/** The level on record is another one: ladders wait by it, or end where their rule no longer applies; people are notified. */
@ApplicationScoped
public class ChangeLevel {
    private final Incidents incidents;
    private final Notices notices;
    private final ChangeNotice changeNotice;
    private final OpenNotices openNotices;

    ChangeLevel(Incidents incidents, Notices notices, ChangeNotice changeNotice, OpenNotices openNotices) {
        this.incidents = incidents;
        this.notices = notices;
        this.changeNotice = changeNotice;
        this.openNotices = openNotices;
    }

    /** Within the transaction of the event. */
    public Uni<Void> change(UUID incidentId, Level from, Level to, UUID cause) {
        return incidents
                .changeLevel(incidentId, to)
                .chain(() -> incidents.find(incidentId))
                .map(it -> it.orElseThrow(() -> new EventTooEarly("unknown-incident")))
                .call(() -> toRunning(incidentId, new NoticeEvent.LevelChanged(to)))
                .chain(incident -> openNotices.open(incident, triggers(from, to, cause)));
    }

    private static List<Trigger> triggers(Level from, Level to, UUID cause) {
        var facts = new NoticeFacts(null, from.number(), to.number(), null, null, null);
        TriggerDetails details = TriggerDetails.of(cause).with(facts);
        return List.of(new Trigger(Occasion.LEVEL_CHANGED, details), new Trigger(Occasion.LEVEL_RAISED, details));
    }

    private Uni<Void> toRunning(UUID incidentId, NoticeEvent event) {
        return notices.findRunningForUpdate(incidentId)
                .map(running -> running.stream()
                        .map(it -> new Reaction(it, List.of(event)))
                        .toList())
                .chain(reactions -> changeNotice.changeAll("notice-level-changed", reactions))
                .replaceWithVoid();
    }
}
