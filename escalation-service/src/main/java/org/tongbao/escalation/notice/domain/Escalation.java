package org.tongbao.escalation.notice.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.escalation.contact.domain.DirectorySnapshot;
import org.tongbao.escalation.contact.domain.Recipient;
import org.tongbao.escalation.contact.domain.RecipientReason;
import org.tongbao.escalation.notice.domain.Delivery.State;
import org.tongbao.escalation.notice.domain.Notice.Status;

/** Who is notified next: along the ladder, by another channel, a deputy, a duty desk. */
record Escalation(Notice notice, DirectorySnapshot directory, Instant now) {
    Decision open(List<Recipient> recipients) {
        List<Delivery> first = selection().deliveriesTo(recipients);
        Notice opened = notice.with(first).due(now.plus(notice.currentWait()));
        Decision decision = first.isEmpty()
                ? of(opened).escalate(EscalationReason.NOBODY_IN_ROLE)
                : new Decision(opened, List.of());
        return decision.after(List.of(new NoticeChange.Opened(first)));
    }

    Decision timePassed() {
        Instant due = notice.dueAt();
        if (due == null || now.isBefore(due)) {
            return notice.unchanged();
        }
        if (notice.policy().information()) {
            return endWhenInformed();
        }
        return notice.status() == Status.ACKNOWLEDGED
                ? of(notice.copy(
                                Status.OPEN,
                                notice.position(),
                                notice.since(),
                                due,
                                notice.deliveries(),
                                Map.of(),
                                null))
                        .escalate(EscalationReason.ACKNOWLEDGEMENT_STALE)
                : escalate(EscalationReason.NOT_ACKNOWLEDGED);
    }

    /** Until somebody is notified. A position without anybody is a change too: it says why the next one follows at once. */
    private Decision escalate(EscalationReason reason) {
        if (notice.policy().information()) {
            return toDutyDesk(reason);
        }
        List<NoticeChange> changes = new ArrayList<>();
        Notice here = notice;
        EscalationReason why = reason;
        for (Optional<LadderPosition> next = next(here); next.isPresent(); next = next(here)) {
            here = here.at(next.get(), now);
            RecipientSelection selection = of(here).selection();
            List<Delivery> added = selection.deliveriesTo(selection.atPosition());
            changes.add(new NoticeChange.Escalated(here.position(), why, added, now));
            if (!added.isEmpty()) {
                return new Decision(here.with(added).due(now.plus(here.currentWait())), changes);
            }
            why = EscalationReason.NOBODY_IN_ROLE;
        }
        return here.ended(EndReason.EXHAUSTED, now).after(changes);
    }

    private static Optional<LadderPosition> next(Notice notice) {
        return notice.position().next(notice.policy().requiredLadder());
    }

    /** The next channel, else a deputy, else, when nobody else is being notified, the next step: at once. */
    Decision deliveryFailed(NoticeEvent.DeliveryFailed it) {
        if (notice.status() != Status.OPEN) {
            return notice.unchanged();
        }
        Decision byPhone =
                it.channel() == Channel.PHONE_TASK ? notice.unchanged() : addPhoneCall(it.contact(), it.position());
        if (!byPhone.changes().isEmpty()) {
            return byPhone;
        }
        List<Delivery> added = notice.lastDeliveryTo(it.contact())
                .flatMap(previous -> selection().nextDeputy(previous.person(), previous.role(), List.of()))
                .map(deputy -> selection().deliveriesTo(List.of(deputy)))
                .orElse(List.of());
        if (!added.isEmpty()) {
            var change = new NoticeChange.Escalated(notice.position(), it.because(), added, now);
            return new Decision(notice.with(added), List.of(change));
        }
        return hasLiveDelivery() ? notice.unchanged() : escalate(it.because());
    }

    private boolean hasLiveDelivery() {
        return notice.deliveries().stream()
                .filter(it -> it.position().loop() == notice.position().loop())
                .anyMatch(it -> it.state() == State.IN_PROGRESS || it.state() == State.REACHED);
    }

    Decision addPhoneCall(UUID contact, LadderPosition at) {
        List<Delivery> before = notice.deliveries().stream()
                .filter(it -> it.contact().equals(contact) && it.position().equals(at))
                .toList();
        if (notice.status() != Status.OPEN
                || before.isEmpty()
                || before.stream().anyMatch(it -> it.channel() == Channel.PHONE_TASK)) {
            return notice.unchanged();
        }
        Delivery first = before.get(0);
        return first.person()
                .address(Channel.PHONE_TASK)
                .map(number -> first.by(Channel.PHONE_TASK, number))
                .map(added -> new Decision(notice.with(List.of(added)), List.of(new NoticeChange.ChannelAdded(added))))
                .orElseGet(notice::unchanged);
    }

    /** An information is over when somebody was reached; until then it is checked, and goes to a duty desk when all failed. */
    Decision endWhenInformed() {
        if (!notice.policy().information() || notice.status() != Status.OPEN) {
            return notice.unchanged();
        }
        if (notice.deliveries().stream().anyMatch(it -> it.state() == State.IN_PROGRESS)) {
            return new Decision(notice.due(now.plus(Notice.INFORMATION_CHECK)), List.of());
        }
        return notice.deliveries().stream().anyMatch(it -> it.state() == State.REACHED)
                ? notice.ended(EndReason.INFORMED, now)
                : toDutyDesk(EscalationReason.REFUSED);
    }

    /** Nobody could be informed: the agency's duty desk is, else the nearest above. */
    private Decision toDutyDesk(EscalationReason reason) {
        Notice next = notice.at(new LadderPosition(1, notice.position().step() + 1), now);
        RecipientSelection selection = of(next).selection();
        List<Delivery> added = selection.deliveriesTo(selection.nearestDutyDesk(RecipientReason.NOBODY_IN_ROLE));
        if (added.isEmpty()) {
            return notice.ended(EndReason.EXHAUSTED, now);
        }
        return new Decision(
                next.with(added).due(now.plus(Notice.INFORMATION_CHECK)),
                List.of(new NoticeChange.Escalated(next.position(), reason, added, now)));
    }

    private Escalation of(Notice other) {
        return new Escalation(other, directory, now);
    }

    private RecipientSelection selection() {
        return new RecipientSelection(notice, directory, now);
    }
}
