package org.tongbao.escalation.delivery.usecase;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.escalation.acknowledgement.usecase.AcknowledgementTokens;
import org.tongbao.escalation.delivery.usecase.Deliveries.Claimed;
import org.tongbao.escalation.delivery.usecase.Deliveries.Outcome;
import org.tongbao.escalation.notice.domain.EscalationReason;
import org.tongbao.escalation.notice.domain.NoticeEvent;
import org.tongbao.escalation.notice.usecase.Announcements;
import org.tongbao.escalation.notice.usecase.Announcements.EndedDelivery;
import org.tongbao.escalation.notice.usecase.ChangeNotice;
import org.tongbao.escalation.notice.usecase.Notices;
import org.tongbao.escalation.notice.usecase.StoredNotice;
import org.tongbao.platform.access.FaultPoint;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/** Sends one claimed message, outside of any transaction, and records what came of it. */
@ApplicationScoped
public class SendDelivery {
    private static final String SUPERSEDED = "SUPERSEDED";

    private final Map<String, NoticeSender> senders;
    private final AcknowledgementTokens tokens;
    private final SendAttempt sendAttempt;
    private final Transactions transactions;
    private final Deliveries deliveries;
    private final Notices notices;
    private final ChangeNotice changeNotice;
    private final Announcements announcements;
    private final FaultPoint faults;
    private final Clock clock;

    SendDelivery(
            @All List<NoticeSender> senders,
            AcknowledgementTokens tokens,
            SendAttempt sendAttempt,
            Transactions transactions,
            Deliveries deliveries,
            Notices notices,
            ChangeNotice changeNotice,
            Announcements announcements,
            FaultPoint faults,
            Clock clock) {
        this.senders = senders.stream().collect(Collectors.toMap(NoticeSender::channel, Function.identity()));
        this.tokens = tokens;
        this.sendAttempt = sendAttempt;
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.notices = notices;
        this.changeNotice = changeNotice;
        this.announcements = announcements;
        this.faults = faults;
        this.clock = clock;
    }

    /**
     * @param home runs a task on the context that the delivery belongs to. A channel answers wherever it likes, and a limit
     *     passes on a worker thread, where no transaction can be opened: the outcome comes home before it is recorded.
     */
    public Uni<Void> send(Claimed delivery, Executor home) {
        return attempt(delivery)
                .emitOn(home)
                .call(() -> faults.reach("after-send-before-record"))
                .chain(result -> transactions.asEngine(() -> record(delivery, result)));
    }

    private Uni<SendResult> attempt(Claimed delivery) {
        NoticeSender sender = senders.get(delivery.channel());
        if (sender == null) {
            return Uni.createFrom().item(new SendResult.Refused("no-such-channel"));
        }
        OutgoingNotice message = delivery.needsAcknowledgement()
                ? delivery.message().with(tokens.link(delivery.toldId()))
                : delivery.message();
        return sendAttempt.run(delivery.history(), () -> sender.send(message));
    }

    /** An accepted message of a ladder changes nothing in its notice, which therefore needs no lock. */
    private Uni<Void> record(Claimed delivery, SendResult result) {
        Outcome outcome = sendAttempt.outcome(delivery.history(), result);
        if (outcome.state().equals(SendAttempt.ACCEPTED) && delivery.needsAcknowledgement()) {
            return deliveries.record(delivery, outcome).chain(mine -> mine ? announce(delivery, outcome) : nothing());
        }
        return notices.findForUpdate(delivery.message().noticeId())
                .chain(notice -> recordWithin(notice.orElseThrow(), delivery, outcome));
    }

    private Uni<Void> recordWithin(StoredNotice notice, Claimed delivery, Outcome outcome) {
        boolean tooLate = outcome.retryIn() != null && !notice.notice().live();
        Outcome recorded =
                tooLate ? new Outcome(SUPERSEDED, "notice-over", outcome.relay(), null, outcome.mayBeACopy()) : outcome;
        return deliveries
                .record(delivery, recorded)
                .chain(mine -> mine ? follow(notice, delivery, recorded) : nothing());
    }

    private Uni<Void> follow(StoredNotice notice, Claimed delivery, Outcome outcome) {
        Uni<Void> announced = outcome.retryIn() == null ? announce(delivery, outcome) : nothing();
        return announced.chain(() -> event(delivery, outcome)
                .map(it -> changeNotice.change("notice-escalated", notice, it).replaceWithVoid())
                .orElseGet(SendDelivery::nothing));
    }

    private java.util.Optional<NoticeEvent> event(Claimed delivery, Outcome outcome) {
        Channel channel = Keyed.find(Channel.class, delivery.channel()).orElseThrow();
        if (outcome.retryIn() != null) {
            return sendAttempt.slow(delivery.history())
                    ? java.util.Optional.of(new NoticeEvent.DeliveryDelayed(delivery.contact(), delivery.position()))
                    : java.util.Optional.empty();
        }
        return switch (outcome.state()) {
            case SendAttempt.ACCEPTED ->
                java.util.Optional.of(
                        new NoticeEvent.DeliverySucceeded(delivery.contact(), delivery.position(), channel));
            case SUPERSEDED -> java.util.Optional.empty();
            default ->
                java.util.Optional.of(new NoticeEvent.DeliveryFailed(
                        delivery.contact(), delivery.position(), channel, EscalationReason.REFUSED));
        };
    }

    private Uni<Void> announce(Claimed delivery, Outcome outcome) {
        OutgoingNotice message = delivery.message();
        return announcements.ended(List.of(new EndedDelivery(
                message.incidentId(),
                message.noticeId(),
                message.deliveryId(),
                message.exercise(),
                message.to().name(),
                message.to().role(),
                message.to().agency(),
                delivery.channel(),
                outcome.state(),
                outcome.reason(),
                clock.now())));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
