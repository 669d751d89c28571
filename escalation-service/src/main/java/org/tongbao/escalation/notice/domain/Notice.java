package org.tongbao.escalation.notice.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.escalation.contact.domain.DirectorySnapshot;
import org.tongbao.escalation.contact.domain.Recipient;
import org.tongbao.escalation.notice.domain.Delivery.State;

/**
 * 通知: people of one agency who must be notified, until one of them acknowledges. Whatever happens is decided here, without
 * a clock, a database or a mail server. A notice that is open has a due time; one without has a reason for its end.
 *
 * @param level on record now; it picks the waits
 * @param phoneOnly TLP:RED or 國家機密: never by mail
 * @param since when it came to its position
 * @param dueAt when it escalates by itself; null when nothing more is to come
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
    static final Duration INFORMATION_CHECK = Duration.ofMinutes(5);

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
        return openFor(new RecipientSelection(this, directory, now).recipients(), directory, now);
    }

    /** Notifies these, such as earlier recipients of how it went on. */
    public Decision openFor(List<Recipient> recipients, DirectorySnapshot directory, Instant now) {
        return new Escalation(this, directory, now).open(recipients);
    }

    /** What follows from what happened; without changes when it makes no difference. */
    public Decision decide(NoticeEvent event, DirectorySnapshot directory, Instant now) {
        return event.applyTo(this, directory, now);
    }

    /** Whether messages of it may still be sent. */
    public boolean live() {
        return policy.information() || status == Status.OPEN || end == EndReason.EXHAUSTED;
    }

    Decision levelChanged(Level other, Instant now) {
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

    /** What it asked for is done. */
    Decision resolved(Instant now) {
        return status == Status.OPEN && !policy.information() && !policy.asksForDecision()
                ? ended(EndReason.SUPERSEDED, now)
                : unchanged();
    }

    /** Something was done: an acknowledgement does not go stale. */
    Decision progressed() {
        return status == Status.ACKNOWLEDGED && policy.acknowledgementSuffices()
                ? new Decision(due(null), List.of())
                : unchanged();
    }

    Duration currentWait() {
        return policy.ladder().map(it -> position.wait(it, level)).orElse(INFORMATION_CHECK);
    }

    Optional<Delivery> lastDeliveryTo(UUID contact) {
        return deliveries.stream().filter(it -> it.contact().equals(contact)).reduce((first, last) -> last);
    }

    Decision unchanged() {
        return new Decision(this, List.of());
    }

    Decision ended(EndReason reason, Instant now) {
        return new Decision(endedWith(reason), List.of(new NoticeChange.Ended(reason, now)));
    }

    /** Deliveries in progress when a ladder is exhausted go on being tried. */
    Notice endedWith(EndReason reason) {
        List<Delivery> left = reason == EndReason.EXHAUSTED ? deliveries : superseding(it -> true);
        return copy(Status.ENDED, position, since, null, left, confirmedBy, reason);
    }

    /** Its deliveries, those in progress superseded that are of this kind. */
    List<Delivery> superseding(Predicate<Delivery> which) {
        return deliveries.stream()
                .map(it -> it.state() == State.IN_PROGRESS && which.test(it) ? it.with(State.SUPERSEDED) : it)
                .toList();
    }

    Notice withState(UUID contact, LadderPosition at, Channel channel, State state) {
        List<Delivery> all = deliveries.stream()
                .map(it -> it.is(contact, at, channel) ? it.with(state) : it)
                .toList();
        return copy(status, position, since, dueAt, all, confirmedBy, end);
    }

    Notice with(List<Delivery> more) {
        List<Delivery> all = new ArrayList<>(deliveries);
        all.addAll(more);
        return copy(status, position, since, dueAt, all, confirmedBy, end);
    }

    Notice at(LadderPosition other, Instant now) {
        return copy(status, other, now, dueAt, deliveries, confirmedBy, end);
    }

    Notice due(@Nullable Instant other) {
        return copy(status, position, since, other, deliveries, confirmedBy, end);
    }

    Notice copy(
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
