package org.tongbao.escalation.notice.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contracts.procedure.UnreachedReason;
import org.tongbao.escalation.incident.domain.Incident;
import org.tongbao.escalation.incident.usecase.Incidents;
import org.tongbao.escalation.notice.domain.EndReason;
import org.tongbao.escalation.notice.domain.NobodyToTell;
import org.tongbao.escalation.notice.domain.Notice;
import org.tongbao.escalation.notice.domain.NoticeChange;
import org.tongbao.escalation.notice.domain.Unreached;
import org.tongbao.escalation.notice.usecase.PlanNotices.Planned;
import org.tongbao.platform.access.Transactions;

/**
 * Nobody is never silence: what reaches nobody is told to the duty desk of the competent authority at once, what nobody hears
 * there to that of the agency that runs this system, and each time an alarm is raised.
 */
@ApplicationScoped
public class TellAuthority {
    private static final String ACTION = "authority-told";

    private final PlanNotices planNotices;
    private final NoticeRecorder recorder;
    private final Incidents incidents;
    private final UnreachedAlarm alarm;
    private final NoticeSettings settings;

    TellAuthority(
            PlanNotices planNotices,
            NoticeRecorder recorder,
            Incidents incidents,
            UnreachedAlarm alarm,
            NoticeSettings settings) {
        this.planNotices = planNotices;
        this.recorder = recorder;
        this.incidents = incidents;
        this.alarm = alarm;
        this.settings = settings;
    }

    /** Within the transaction that found it out; the notices that tell it. */
    public Uni<List<ChangedNotice>> tell(Incident incident, List<Unreached> unreached) {
        if (unreached.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Transactions.afterCommit(() -> alarm.raise(incident.id(), unreached));
        return Transactions.now()
                .chain(now -> plan(incident, unreached, now))
                .map(TellAuthority::notices)
                .call(notices -> recorder.record(ACTION, notices))
                .invoke(notices -> alarmUnlessReached(incident, notices));
    }

    private static List<ChangedNotice> notices(List<Planned> planned) {
        return planned.stream().flatMap(it -> it.notices().stream()).toList();
    }

    /** What would be told to whom; nothing is kept. */
    public Uni<List<Planned>> plan(Incident incident, List<Unreached> unreached, Instant now) {
        return unreached.isEmpty()
                ? Uni.createFrom().item(List.of())
                : planNotices
                        .relations(incident.agency())
                        .chain(relations ->
                                planNotices.planUnreached(incident, relations.competentAuthority(), unreached, now))
                        .chain(first -> withOperations(incident, first, unreached, now));
    }

    private Uni<List<Planned>> withOperations(
            Incident incident, Planned first, List<Unreached> unreached, Instant now) {
        ChangedNotice told = first.notices().get(0);
        if (isHeard(told) || !mayGoOn(told)) {
            return Uni.createFrom().item(List.of(first));
        }
        List<Unreached> all = new ArrayList<>(unreached);
        all.add(of(told, UnreachedReason.NOBODY_IN_ROLE));
        return planNotices
                .planUnreached(incident, settings.operationsAgency().orElseThrow(), all, now)
                .map(second -> List.of(first, second));
    }

    /** Whether the agency that runs this system is another one than was told. */
    private boolean mayGoOn(ChangedNotice told) {
        return settings.operationsAgency()
                .filter(it -> !it.equals(told.after().notice().recipientAgency()))
                .isPresent();
    }

    private static boolean isHeard(ChangedNotice told) {
        return told.after().notice().end() != EndReason.EXHAUSTED;
    }

    private void alarmUnlessReached(Incident incident, List<ChangedNotice> told) {
        if (told.stream().noneMatch(TellAuthority::isHeard)) {
            Transactions.afterCommit(() -> alarm.nobodyLeft(incident.id()));
        }
    }

    /** Within the transaction of the change: a ladder of level 3 or 4 that ended without anybody. */
    Uni<Void> ifExhausted(ChangedNotice changed) {
        Notice notice = changed.after().notice();
        boolean exhausted = changed.changes().stream()
                .anyMatch(it -> it instanceof NoticeChange.Ended end && end.reason() == EndReason.EXHAUSTED);
        if (!exhausted || !notice.level().severe()) {
            return Uni.createFrom().voidItem();
        }
        UUID incidentId = changed.after().header().incidentId();
        Unreached unreached = of(changed, UnreachedReason.LADDER_EXHAUSTED);
        return incidents
                .find(incidentId)
                .map(Optional::orElseThrow)
                .chain(incident -> notice.policy().rule().key().equals(NobodyToTell.KEY)
                        ? goOn(incident, changed, unreached)
                        : tell(incident, List.of(unreached)).replaceWithVoid());
    }

    /** The authority was told and nobody there acknowledged. */
    private Uni<Void> goOn(Incident incident, ChangedNotice exhausted, Unreached unreached) {
        Transactions.afterCommit(() -> alarm.raise(incident.id(), List.of(unreached)));
        if (!mayGoOn(exhausted)) {
            Transactions.afterCommit(() -> alarm.nobodyLeft(incident.id()));
            return Uni.createFrom().voidItem();
        }
        List<Unreached> all = new ArrayList<>(exhausted.after().header().facts().unreached());
        all.add(unreached);
        return Transactions.now()
                .chain(now -> planNotices.planUnreached(
                        incident, settings.operationsAgency().orElseThrow(), all, now))
                .map(Planned::notices)
                .chain(second -> recorder.record(ACTION, second).invoke(() -> alarmUnlessReached(incident, second)));
    }

    private static Unreached of(ChangedNotice notice, UnreachedReason reason) {
        return new Unreached(
                notice.after().notice().policy().rule().key(),
                notice.after().header().title(),
                notice.after().notice().recipientAgency(),
                reason);
    }
}
