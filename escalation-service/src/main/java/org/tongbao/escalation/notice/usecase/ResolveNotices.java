package org.tongbao.escalation.notice.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.escalation.incident.usecase.Incidents;
import org.tongbao.escalation.notice.domain.NoticeEvent;
import org.tongbao.escalation.notice.usecase.ChangeNotice.Reaction;

/** What a notice asked for was done, so its ladder ends; or something was done, so an acknowledgement led to something. */
@ApplicationScoped
public class ResolveNotices {
    private final Incidents incidents;
    private final Notices notices;
    private final ChangeNotice changeNotice;

    ResolveNotices(Incidents incidents, Notices notices, ChangeNotice changeNotice) {
        this.incidents = incidents;
        this.notices = notices;
        this.changeNotice = changeNotice;
    }

    /** Within the transaction of the event: ladders of rules that these occasions opened end, others are worked on. */
    public Uni<Void> resolve(UUID incidentId, Set<Occasion> occasions) {
        return notices.findRunningForUpdate(incidentId).chain(running -> change(running, occasions));
    }

    /** The incident is closed: no ladder of it goes on. */
    public Uni<Void> close(UUID incidentId) {
        return incidents.close(incidentId).chain(() -> resolve(incidentId, Set.of(Occasion.values())));
    }

    private Uni<Void> change(List<StoredNotice> running, Set<Occasion> occasions) {
        List<Reaction> reactions = running.stream()
                .map(it -> new Reaction(it, List.of(event(it, occasions))))
                .toList();
        return changeNotice.changeAll("notice-settled", reactions).replaceWithVoid();
    }

    private static NoticeEvent event(StoredNotice notice, Set<Occasion> occasions) {
        boolean resolved = notice.notice().status() == org.tongbao.escalation.notice.domain.Notice.Status.OPEN
                && notice.notice().policy().rule().on().stream().anyMatch(occasions::contains);
        return resolved ? new NoticeEvent.Resolved() : new NoticeEvent.Progressed();
    }
}
