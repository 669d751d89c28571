package org.tongbao.escalation.delivery.usecase;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongbao.escalation.acknowledgement.usecase.AcknowledgementTokens;
import org.tongbao.escalation.delivery.usecase.Deliveries.Claimed;
import org.tongbao.platform.access.FaultPoint;

/** Sends one claimed message, outside of any transaction. */
@ApplicationScoped
public class SendDelivery {
    private final Map<String, NoticeSender> senders;
    private final AcknowledgementTokens tokens;
    private final SendAttempt sendAttempt;
    private final FaultPoint faults;

    SendDelivery(
            @All List<NoticeSender> senders, AcknowledgementTokens tokens, SendAttempt sendAttempt, FaultPoint faults) {
        this.senders = senders.stream().collect(Collectors.toMap(NoticeSender::channel, Function.identity()));
        this.tokens = tokens;
        this.sendAttempt = sendAttempt;
        this.faults = faults;
    }

    /**
     * What came of it, which is to be recorded.
     *
     * @param home runs a task on the context that the delivery belongs to: a channel answers wherever it likes, and a limit
     *     passes on a worker thread
     */
    public Uni<SendResult> send(Claimed delivery, Executor home) {
        return attempt(delivery).emitOn(home).call(() -> faults.reach("after-send-before-record"));
    }

    private Uni<SendResult> attempt(Claimed delivery) {
        NoticeSender sender = senders.get(delivery.channel());
        if (sender == null) {
            return Uni.createFrom().item(new SendResult.Refused("no-such-channel"));
        }
        return message(delivery)
                .map(message -> sendAttempt.run(delivery.history(), () -> sender.send(message)))
                .orElseGet(() -> Uni.createFrom().item(new SendResult.Refused("acknowledgement-secret-lost")));
    }

    private java.util.Optional<OutgoingNotice> message(Claimed delivery) {
        return delivery.needsAcknowledgement()
                ? tokens.link(delivery.toldId(), delivery.tokenHash()).map(delivery.message()::with)
                : java.util.Optional.of(delivery.message());
    }
}
