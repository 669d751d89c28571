package org.tongbao.escalation.delivery.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.escalation.delivery.usecase.Deliveries.Claimed;
import org.tongbao.escalation.delivery.usecase.Deliveries.Outcome;
import org.tongbao.escalation.delivery.usecase.Deliveries.Recorded;
import org.tongbao.escalation.notice.domain.EscalationReason;
import org.tongbao.escalation.notice.domain.NoticeEvent;
import org.tongbao.escalation.notice.usecase.Announcements;
import org.tongbao.escalation.notice.usecase.ChangeNotice;
import org.tongbao.escalation.notice.usecase.ChangeNotice.Reaction;
import org.tongbao.escalation.notice.usecase.Notices;
import org.tongbao.escalation.notice.usecase.StoredNotice;
import org.tongbao.platform.access.Transactions;

/** Records what came of many attempts in one transaction: what is announced of them, and what their notices do about it. */
@ApplicationScoped
public class RecordOutcomes {
    private final SendAttempt sendAttempt;
    private final Transactions transactions;
    private final Deliveries deliveries;
    private final Notices notices;
    private final ChangeNotice changeNotice;
    private final Announcements announcements;

    RecordOutcomes(
            SendAttempt sendAttempt,
            Transactions transactions,
            Deliveries deliveries,
            Notices notices,
            ChangeNotice changeNotice,
            Announcements announcements) {
        this.sendAttempt = sendAttempt;
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.notices = notices;
        this.changeNotice = changeNotice;
        this.announcements = announcements;
    }

    public record Attempted(Claimed delivery, SendResult result) {}

    public Uni<Void> record(List<Attempted> attempts) {
        return transactions.asEngine(() -> Transactions.now().chain(now -> recordAt(now, attempts)));
    }

    private Uni<Void> recordAt(Instant now, List<Attempted> attempts) {
        List<Recorded> outcomes = attempts.stream()
                .map(it -> new Recorded(
                        it.delivery(), sendAttempt.outcome(it.delivery().history(), it.result(), now)))
                .toList();
        return notices.findAllForUpdate(noticesToReact(outcomes))
                .map(found -> found.stream()
                        .collect(Collectors.toMap(it -> it.notice().id(), Function.identity())))
                .chain(found -> recordWithin(found, outcomes, now));
    }

    /** An accepted message of a ladder changes nothing in its notice, which therefore needs no lock. */
    private static Set<UUID> noticesToReact(List<Recorded> outcomes) {
        return outcomes.stream()
                .filter(it -> !(it.accepted() && it.delivery().needsAcknowledgement()))
                .map(it -> it.delivery().message().noticeId())
                .collect(Collectors.toSet());
    }

    private Uni<Void> recordWithin(Map<UUID, StoredNotice> found, List<Recorded> outcomes, Instant now) {
        List<Recorded> known = outcomes.stream()
                .map(it -> tooLate(it, found) ? it.superseded() : it)
                .toList();
        return deliveries
                .record(known)
                .map(mine -> known.stream()
                        .filter(it -> mine.contains(it.delivery().message().deliveryId()))
                        .toList())
                .chain(mine -> announcements
                        .ended(mine.stream()
                                .filter(it -> it.outcome().retryIn() == null)
                                .map(it -> it.ended(now))
                                .toList())
                        .chain(() -> changeNotice.changeAll("notice-escalated", reactions(mine, found, now))))
                .replaceWithVoid();
    }

    private static boolean tooLate(Recorded it, Map<UUID, StoredNotice> found) {
        StoredNotice stored = found.get(it.delivery().message().noticeId());
        return it.outcome().retryIn() != null
                && stored != null
                && !stored.notice().live();
    }

    private List<Reaction> reactions(List<Recorded> mine, Map<UUID, StoredNotice> found, Instant now) {
        Map<UUID, List<Recorded>> byNotice = mine.stream()
                .collect(Collectors.groupingBy(it -> it.delivery().message().noticeId()));
        return found.entrySet().stream()
                .map(it -> new Reaction(it.getValue(), events(byNotice.getOrDefault(it.getKey(), List.of()), now)))
                .filter(it -> !it.to().isEmpty())
                .toList();
    }

    private List<NoticeEvent> events(List<Recorded> outcomes, Instant now) {
        return outcomes.stream().flatMap(it -> event(it, now).stream()).toList();
    }

    private Optional<NoticeEvent> event(Recorded it, Instant now) {
        Claimed delivery = it.delivery();
        Channel channel = Keyed.find(Channel.class, delivery.channel()).orElseThrow();
        if (it.outcome().retryIn() != null) {
            return sendAttempt.slow(delivery.history(), now)
                    ? Optional.of(new NoticeEvent.DeliveryDelayed(delivery.contact(), delivery.position()))
                    : Optional.empty();
        }
        return switch (it.outcome().state()) {
            case SendAttempt.ACCEPTED ->
                Optional.of(new NoticeEvent.DeliverySucceeded(delivery.contact(), delivery.position(), channel));
            case Outcome.SUPERSEDED -> Optional.empty();
            default ->
                Optional.of(new NoticeEvent.DeliveryFailed(
                        delivery.contact(), delivery.position(), channel, EscalationReason.REFUSED));
        };
    }
}
