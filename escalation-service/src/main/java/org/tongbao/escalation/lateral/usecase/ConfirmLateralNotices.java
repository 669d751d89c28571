package org.tongbao.escalation.lateral.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contracts.Ids;
import org.tongbao.escalation.incident.usecase.Incidents;
import org.tongbao.escalation.notice.domain.NoticeEvent;
import org.tongbao.escalation.notice.usecase.ChangeNotice;
import org.tongbao.escalation.notice.usecase.NoticeHeader;
import org.tongbao.escalation.notice.usecase.NoticeQueries;
import org.tongbao.escalation.notice.usecase.Notices;
import org.tongbao.escalation.notice.usecase.StoredNotice;
import org.tongbao.escalation.usecase.CallerRole;
import org.tongbao.escalation.usecase.Refusal;
import org.tongbao.escalation.usecase.Refused;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.inbox.EventTooEarly;
import org.tongbao.platform.journal.Journal;

/** The duty desk says whether the many affected agencies are to be notified. */
@ApplicationScoped
public class ConfirmLateralNotices {
    private final Transactions transactions;
    private final NoticeQueries queries;
    private final Notices notices;
    private final AffectedAgencies affected;
    private final Incidents incidents;
    private final NotifyAffectedAgencies notifyAffected;
    private final ChangeNotice changeNotice;
    private final Journal journal;

    ConfirmLateralNotices(
            Transactions transactions,
            NoticeQueries queries,
            Notices notices,
            AffectedAgencies affected,
            Incidents incidents,
            NotifyAffectedAgencies notifyAffected,
            ChangeNotice changeNotice,
            Journal journal) {
        this.transactions = transactions;
        this.queries = queries;
        this.notices = notices;
        this.affected = affected;
        this.incidents = incidents;
        this.notifyAffected = notifyAffected;
        this.changeNotice = changeNotice;
        this.journal = journal;
    }

    /**
     * The same decision again changes nothing. It may come late, after every desk was asked in vain.
     *
     * @throws Refused when the caller does not see the notice, it asks for no decision, or another one was taken
     */
    public Uni<Void> decide(Caller caller, UUID noticeId, ConfirmationDecision decision) {
        return transactions
                .as(caller, () -> queries.find(noticeId))
                .invoke(Refused::unlessFound)
                .chain(() -> transactions.asEngine(
                        () -> notices.findForUpdate(noticeId).chain(notice -> affected.findForUpdate(noticeId)
                                .chain(confirmation -> decide(caller, notice.orElseThrow(), confirmation, decision)))))
                .onFailure(EventTooEarly.class)
                .transform(failure -> new Refused(Refusal.NOT_READY))
                .invoke(Refused::ifAny)
                .replaceWithVoid();
    }

    private Uni<Optional<Refusal>> decide(
            Caller caller,
            StoredNotice notice,
            Optional<AffectedAgencies.Confirmation> confirmation,
            ConfirmationDecision decision) {
        if (confirmation.isEmpty()) {
            return Uni.createFrom().item(Optional.of(Refusal.NO_QUESTION));
        }
        ConfirmationDecision.Outcome before = confirmation.get().decision();
        if (before != null) {
            return Uni.createFrom()
                    .item(before == decision.outcome() ? Optional.empty() : Optional.of(Refusal.ALREADY_DECIDED));
        }
        return keep(caller, notice, decision).replaceWith(Optional.empty());
    }

    private Uni<Void> keep(Caller caller, StoredNotice notice, ConfirmationDecision decision) {
        UUID noticeId = notice.notice().id();
        boolean confirmed = decision.outcome() == ConfirmationDecision.Outcome.CONFIRMED;
        var event = new NoticeEvent.ConfirmationDecided(caller.name(), roleOf(caller), caller.agency(), confirmed);
        String action = confirmed ? "lateral-notices-confirmed" : "lateral-notices-declined";
        return Transactions.now()
                .map(now -> new AffectedAgencies.Decision(decision.outcome(), decision.reason(), caller, now))
                .chain(decided -> affected.decide(noticeId, decided))
                .chain(() -> affected.awaiting(noticeId))
                .call(() -> changeNotice.change(action, notice, event))
                .call(agencies -> journal.record(caller, entry(action, notice, agencies)))
                .chain(agencies ->
                        confirmed ? tell(notice, agencies) : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(StoredNotice notice, List<String> agencies) {
        return incidents
                .find(notice.header().incidentId())
                .chain(incident -> notifyAffected.notifyOf(incident.orElseThrow(), agencies, Ids.next()));
    }

    private static String roleOf(Caller caller) {
        return caller.is(Group.DUTY_DESK) ? Group.DUTY_DESK : CallerRole.of(caller);
    }

    private static Journal.Entry entry(String action, StoredNotice notice, List<String> agencies) {
        NoticeHeader header = notice.header();
        return new Journal.Entry(
                action,
                header.incidentAgency(),
                header.incidentId(),
                header.clause(),
                Map.of("noticeId", notice.notice().id(), "affectedAgencies", agencies));
    }
}
