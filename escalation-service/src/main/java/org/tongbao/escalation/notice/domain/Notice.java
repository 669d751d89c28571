package org.tongbao.escalation.notice.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Ladder;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.NoticeRule.Proof;
import org.tongbao.escalation.contact.domain.DirectorySnapshot;
import org.tongbao.escalation.contact.domain.Recipient;
import org.tongbao.escalation.contact.domain.RecipientReason;
import org.tongbao.escalation.notice.domain.Delivery.State;
import org.tongbao.escalation.notice.domain.NoticeEvent.Acknowledged;
import org.tongbao.escalation.notice.domain.NoticeEvent.AcknowledgedByAgency;
import org.tongbao.escalation.notice.domain.NoticeEvent.CallAnswered;
import org.tongbao.escalation.notice.domain.NoticeEvent.ConfirmationDecided;
import org.tongbao.escalation.notice.domain.NoticeEvent.DeliveryDelayed;
import org.tongbao.escalation.notice.domain.NoticeEvent.DeliveryFailed;
import org.tongbao.escalation.notice.domain.NoticeEvent.DeliverySucceeded;
import org.tongbao.escalation.notice.domain.NoticeEvent.LateralReplied;
import org.tongbao.escalation.notice.domain.NoticeEvent.LevelChanged;
import org.tongbao.escalation.notice.domain.NoticeEvent.Progressed;
import org.tongbao.escalation.notice.domain.NoticeEvent.Resolved;
import org.tongbao.escalation.notice.domain.NoticeEvent.TimePassed;

/**
 * 通知: people of one agency who must be notified, until one of them acknowledges. Whatever happens is decided here, without a
 * clock, a database or a mail server. A notice that is open has a due time; one without has a reason for its end.
 *
 * @param level on record now; it picks the waits
 * @param phoneOnly TLP:RED or 國家機密: never by mail
 * @param since when it came to its position
 * @param dueAt when it goes on by itself; null when nothing more is to come
 * @param confirmedBy who acknowledged since the ladder (again) began, the notice's own id for somebody in a portal
 */
public record Notice(
        UUID id,
        EscalationPolicy policy,
        String recipientAgency,
        Level level,
        boolean phoneOnly,
        Status status,
        LadderPosition position,
        Instant since,
        @Nullable Instant dueAt,
        List<Delivery> deliveries,
        Map<UUID, Instant> confirmedBy,
        @Nullable EndReason end) {
    /** How often an information still in delivery is checked. */
    private static final Duration INFORMATION_CHECK = Duration.ofMinutes(5);

    public Notice {
        deliveries = List.copyOf(deliveries);
        confirmedBy = Map.copyOf(confirmedBy);
    }

    public enum Status {
        OPEN,
        ACKNOWLEDGED,
        ENDED
    }

    /** A notice before anybody is notified. */
    public static Notice about(
            UUID id, EscalationPolicy policy, String recipientAgency, Level level, boolean phoneOnly, Instant now) {
        return new Notice(
                id,
                policy,
                recipientAgency,
                level,
                phoneOnly,
                Status.OPEN,
                LadderPosition.FIRST,
                now,
                null,
                List.of(),
                Map.of(),
                null);
    }

    /** Notifies the first ones: the recipients of its rule. */
    public Decision open(DirectorySnapshot directory, Instant now) {
        return notifyFirst(new RecipientSelection(this, directory, now).recipients(), directory, now);
    }

    /** Notifies earlier recipients of how it went on. */
    public Decision openFor(List<Recipient> earlierRecipients, DirectorySnapshot directory, Instant now) {
        return notifyFirst(earlierRecipients, directory, now);
    }

    /** What follows from what happened; without changes when it makes no difference. */
    public Decision decide(NoticeEvent event, DirectorySnapshot directory, Instant now) {
        if (event instanceof TimePassed) {
            return timePassed(directory, now);
        } else if (event instanceof Acknowledged it) {
            return acknowledged(acknowledger(it.contact(), it.method()), now);
        } else if (event instanceof AcknowledgedByAgency it) {
            return acknowledged(
                    new Acknowledger(Optional.empty(), it.name(), it.role(), it.agency(), AcknowledgementMethod.PORTAL),
                    now);
        } else if (event instanceof DeliverySucceeded it) {
            return withState(it.contact(), it.position(), it.channel(), State.REACHED)
                    .endWhenInformed(directory, now);
        } else if (event instanceof DeliveryFailed it) {
            return withState(it.contact(), it.position(), it.channel(), State.FAILED)
                    .afterFailure(it, directory, now);
        } else if (event instanceof DeliveryDelayed it) {
            return policy.information() ? unchanged() : addPhoneCall(it.contact(), it.position());
        } else if (event instanceof CallAnswered it) {
            return withState(it.contact(), it.position(), Channel.PHONE_TASK, State.REACHED)
                    .callAnswered(it, directory, now);
        } else if (event instanceof LateralReplied it) {
            return replied(it, now);
        } else if (event instanceof LevelChanged it) {
            return levelChanged(it.level(), now);
        } else if (event instanceof ConfirmationDecided it) {
            return decided(it, now);
        } else if (event instanceof Resolved) {
            return status == Status.OPEN && !policy.information() && !policy.asksForDecision()
                    ? ended(EndReason.SUPERSEDED, now)
                    : unchanged();
        } else if (event instanceof Progressed) {
            return status == Status.ACKNOWLEDGED && acknowledgementSuffices()
                    ? new Decision(due(null), List.of())
                    : unchanged();
        }
        throw new IllegalStateException("not decided: " + event);
    }

    /** Whether messages of it may still be sent. */
    public boolean live() {
        return policy.information() || status == Status.OPEN || end == EndReason.EXHAUSTED;
    }

    // Escalation

    private Decision notifyFirst(List<Recipient> recipients, DirectorySnapshot directory, Instant now) {
        List<Delivery> first = new RecipientSelection(this, directory, now).deliveriesTo(recipients);
        Notice opened = with(first).due(now.plus(currentWait()));
        Decision decision = first.isEmpty()
                ? opened.escalate(EscalationReason.NOBODY_IN_ROLE, directory, now)
                : new Decision(opened, List.of());
        return decision.after(List.of(new NoticeChange.Opened(first)));
    }

    private Decision timePassed(DirectorySnapshot directory, Instant now) {
        if (dueAt == null || now.isBefore(dueAt)) {
            return unchanged();
        }
        if (policy.information()) {
            return endWhenInformed(directory, now);
        }
        return status == Status.ACKNOWLEDGED
                ? copy(Status.OPEN, position, since, dueAt, deliveries, Map.of(), null)
                        .escalate(EscalationReason.ACKNOWLEDGEMENT_STALE, directory, now)
                : escalate(EscalationReason.NOT_ACKNOWLEDGED, directory, now);
    }

    /** Goes on until somebody is notified. A position without anybody is a change too: it says why the next one follows at once. */
    private Decision escalate(EscalationReason reason, DirectorySnapshot directory, Instant now) {
        if (policy.information()) {
            return escalateToDutyDesk(reason, directory, now);
        }
        List<NoticeChange> changes = new ArrayList<>();
        Notice here = this;
        EscalationReason why = reason;
        for (Optional<LadderPosition> next = position.next(policy.requiredLadder());
                next.isPresent();
                next = here.position.next(policy.requiredLadder())) {
            here = here.copy(status, next.get(), now, dueAt, here.deliveries, confirmedBy, end);
            RecipientSelection selection = new RecipientSelection(here, directory, now);
            List<Delivery> added = selection.deliveriesTo(selection.atPosition());
            changes.add(new NoticeChange.Escalated(here.position, why, added, now));
            if (!added.isEmpty()) {
                return new Decision(here.with(added).due(now.plus(here.currentWait())), changes);
            }
            why = EscalationReason.NOBODY_IN_ROLE;
        }
        return here.ended(EndReason.EXHAUSTED, now).after(changes);
    }

    /** The next channel, else a deputy, else, when nobody else is being notified, the next step: at once. */
    private Decision afterFailure(DeliveryFailed it, DirectorySnapshot directory, Instant now) {
        if (status != Status.OPEN) {
            return unchanged();
        }
        Decision byPhone = it.channel() == Channel.PHONE_TASK ? unchanged() : addPhoneCall(it.contact(), it.position());
        if (!byPhone.changes().isEmpty()) {
            return byPhone;
        }
        RecipientSelection selection = new RecipientSelection(this, directory, now);
        List<Delivery> added = lastDeliveryTo(it.contact())
                .flatMap(previous -> selection.nextDeputy(previous.person(), previous.role(), List.of()))
                .map(deputy -> selection.deliveriesTo(List.of(deputy)))
                .orElse(List.of());
        if (!added.isEmpty()) {
            return new Decision(with(added), List.of(new NoticeChange.Escalated(position, it.because(), added, now)));
        }
        return hasLiveDelivery() ? unchanged() : escalate(it.because(), directory, now);
    }

    private boolean hasLiveDelivery() {
        return deliveries.stream()
                .filter(it -> it.position().loop() == position.loop())
                .anyMatch(it -> it.state() == State.IN_PROGRESS || it.state() == State.REACHED);
    }

    private Decision addPhoneCall(UUID contact, LadderPosition at) {
        List<Delivery> before = deliveries.stream()
                .filter(it -> it.contact().equals(contact) && it.position().equals(at))
                .toList();
        if (status != Status.OPEN
                || before.isEmpty()
                || before.stream().anyMatch(it -> it.channel() == Channel.PHONE_TASK)) {
            return unchanged();
        }
        Delivery first = before.get(0);
        return first.person()
                .address(Channel.PHONE_TASK)
                .map(number -> first.by(Channel.PHONE_TASK, number))
                .map(added -> new Decision(with(List.of(added)), List.of(new NoticeChange.ChannelAdded(added))))
                .orElseGet(this::unchanged);
    }

    private Decision levelChanged(Level other, Instant now) {
        if (status != Status.OPEN || policy.information()) {
            return unchanged();
        }
        if (!policy.rule().levels().contains(other)) {
            return ended(EndReason.SUPERSEDED, now);
        }
        Notice changed = new Notice(
                id,
                policy,
                recipientAgency,
                other,
                phoneOnly,
                status,
                position,
                since,
                dueAt,
                deliveries,
                confirmedBy,
                end);
        return new Decision(changed.due(since.plus(changed.currentWait())), List.of());
    }

    private Duration currentWait() {
        return policy.ladder().map(it -> position.wait(it, level)).orElse(INFORMATION_CHECK);
    }

    // Acknowledgement

    private Decision acknowledged(Acknowledger by, Instant now) {
        if (policy.information()
                || status == Status.ACKNOWLEDGED
                || status == Status.ENDED && end != EndReason.EXHAUSTED) {
            return unchanged();
        }
        Map<UUID, Instant> all = new HashMap<>(confirmedBy);
        all.putIfAbsent(by.contact().orElse(id), now);
        if (!isEnough(all.size())) {
            return new Decision(
                    copy(status, position, since, dueAt, deliveries, all, end),
                    List.of(new NoticeChange.PartlyAcknowledged(by, now)));
        }
        Notice acknowledged =
                copy(Status.ACKNOWLEDGED, position, since, staleAt(now), afterAcknowledgement(), all, null);
        return new Decision(acknowledged, List.of(new NoticeChange.Acknowledged(by, now)));
    }

    /** Any, so many, or as many as were notified at first: each of them, or somebody for him. */
    private boolean isEnough(int confirmed) {
        Ladder.Acknowledgement required = policy.requiredLadder().acknowledgement();
        return switch (required.mode()) {
            case ANY -> true;
            case QUORUM -> confirmed >= required.quorum();
            case ALL ->
                confirmed
                        >= deliveries.stream()
                                .filter(it -> it.position().equals(LadderPosition.FIRST))
                                .map(Delivery::contact)
                                .distinct()
                                .count();
        };
    }

    /** One that is no proof for this rule holds the ladder for one wait; one that leads to nothing goes stale. */
    private @Nullable Instant staleAt(Instant now) {
        if (end == EndReason.EXHAUSTED) {
            return null;
        }
        return acknowledgementSuffices()
                ? policy.requiredLadder().staleAfter(level).map(now::plus).orElse(null)
                : now.plus(currentWait());
    }

    private boolean acknowledgementSuffices() {
        return !policy.lateral() && !policy.asksForDecision() || policy.provedBy(Proof.ACKNOWLEDGED);
    }

    private Decision callAnswered(CallAnswered it, DirectorySnapshot directory, Instant now) {
        if (policy.information()) {
            return endWhenInformed(directory, now);
        }
        Acknowledger by = acknowledger(it.contact(), it.method());
        if (policy.lateral() && policy.provedBy(Proof.PHONE_ANSWERED)) {
            return met(by, null, now);
        }
        return it.method() == AcknowledgementMethod.PHONE_CODE || policy.provedBy(Proof.PHONE_ANSWERED)
                ? acknowledged(by, now)
                : unchanged();
    }

    private Decision replied(LateralReplied it, Instant now) {
        Acknowledger by = new Acknowledger(
                Optional.empty(), it.name(), it.role(), recipientAgency, AcknowledgementMethod.REPLIED);
        return policy.lateral() ? met(by, it.reply(), now) : unchanged();
    }

    /** Also when the ladder had ended exhausted: late, but decided. */
    private Decision decided(ConfirmationDecided it, Instant now) {
        if (!policy.asksForDecision() || status == Status.ENDED && end != EndReason.EXHAUSTED) {
            return unchanged();
        }
        EndReason reason = it.confirmed() ? EndReason.CONFIRMED : EndReason.DECLINED;
        Acknowledger by =
                new Acknowledger(Optional.empty(), it.name(), it.role(), it.agency(), AcknowledgementMethod.PORTAL);
        return new Decision(
                endedWith(reason),
                List.of(new NoticeChange.Acknowledged(by, now), new NoticeChange.Ended(reason, now)));
    }

    /** Also when the ladder had ended exhausted: late, but reached. */
    private Decision met(Acknowledger by, @Nullable String reply, Instant now) {
        if (status == Status.ENDED && end != EndReason.EXHAUSTED) {
            return unchanged();
        }
        return new Decision(endedWith(EndReason.MET), List.of(new NoticeChange.Met(by, reply, now)));
    }

    private Acknowledger acknowledger(UUID contact, AcknowledgementMethod method) {
        Delivery delivery =
                lastDeliveryTo(contact).orElseThrow(() -> new IllegalArgumentException("not a recipient: " + contact));
        return new Acknowledger(
                Optional.of(contact),
                delivery.person().name(),
                delivery.role(),
                delivery.person().agency().code(),
                method);
    }

    // Information

    private Decision endWhenInformed(DirectorySnapshot directory, Instant now) {
        if (!policy.information() || status != Status.OPEN) {
            return unchanged();
        }
        if (deliveries.stream().anyMatch(it -> it.state() == State.IN_PROGRESS)) {
            return new Decision(due(now.plus(INFORMATION_CHECK)), List.of());
        }
        return deliveries.stream().anyMatch(it -> it.state() == State.REACHED)
                ? ended(EndReason.INFORMED, now)
                : escalateToDutyDesk(EscalationReason.REFUSED, directory, now);
    }

    /** Nobody could be informed: the agency's duty desk is, else the nearest above. */
    private Decision escalateToDutyDesk(EscalationReason reason, DirectorySnapshot directory, Instant now) {
        Notice next =
                copy(status, new LadderPosition(1, position.step() + 1), now, dueAt, deliveries, confirmedBy, end);
        RecipientSelection selection = new RecipientSelection(next, directory, now);
        List<Delivery> added = selection.deliveriesTo(selection.nearestDutyDesk(RecipientReason.NOBODY_IN_ROLE));
        if (added.isEmpty()) {
            return ended(EndReason.EXHAUSTED, now);
        }
        return new Decision(
                next.with(added).due(now.plus(INFORMATION_CHECK)),
                List.of(new NoticeChange.Escalated(next.position, reason, added, now)));
    }

    // Copies

    private Optional<Delivery> lastDeliveryTo(UUID contact) {
        return deliveries.stream().filter(it -> it.contact().equals(contact)).reduce((first, last) -> last);
    }

    private Decision unchanged() {
        return new Decision(this, List.of());
    }

    private Decision ended(EndReason reason, Instant now) {
        return new Decision(endedWith(reason), List.of(new NoticeChange.Ended(reason, now)));
    }

    /** What is under way when a ladder is exhausted goes on being tried. */
    private Notice endedWith(EndReason reason) {
        List<Delivery> left = reason == EndReason.EXHAUSTED ? deliveries : superseded(it -> true);
        return copy(Status.ENDED, position, since, null, left, confirmedBy, reason);
    }

    /** Calls go on where the acknowledgement is no proof: somebody must still be spoken to. */
    private List<Delivery> afterAcknowledgement() {
        return superseded(it -> acknowledgementSuffices() || it.channel() != Channel.PHONE_TASK);
    }

    private List<Delivery> superseded(Predicate<Delivery> which) {
        return deliveries.stream()
                .map(it -> it.state() == State.IN_PROGRESS && which.test(it) ? it.with(State.SUPERSEDED) : it)
                .toList();
    }

    private Notice withState(UUID contact, LadderPosition at, Channel channel, State state) {
        List<Delivery> all = deliveries.stream()
                .map(it -> it.is(contact, at, channel) ? it.with(state) : it)
                .toList();
        return copy(status, position, since, dueAt, all, confirmedBy, end);
    }

    private Notice with(List<Delivery> more) {
        List<Delivery> all = new ArrayList<>(deliveries);
        all.addAll(more);
        return copy(status, position, since, dueAt, all, confirmedBy, end);
    }

    private Notice due(@Nullable Instant other) {
        return copy(status, position, since, other, deliveries, confirmedBy, end);
    }

    private Notice copy(
            Status nextStatus,
            LadderPosition nextPosition,
            Instant nextSince,
            @Nullable Instant nextDueAt,
            List<Delivery> nextDeliveries,
            Map<UUID, Instant> nextConfirmedBy,
            @Nullable EndReason nextEnd) {
        return new Notice(
                id,
                policy,
                recipientAgency,
                level,
                phoneOnly,
                nextStatus,
                nextPosition,
                nextSince,
                nextDueAt,
                nextDeliveries,
                nextConfirmedBy,
                nextEnd);
    }
}
