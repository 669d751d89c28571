package org.tongbao.escalation.directory.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import org.tongbao.escalation.delivery.usecase.Deliveries.Outcome;
import org.tongbao.escalation.delivery.usecase.SendAttempt;
import org.tongbao.escalation.directory.usecase.DirectoryMessages.Claimed;
import org.tongbao.platform.access.FaultPoint;
import org.tongbao.platform.access.Transactions;

/** Sends one claimed message of the directory, outside of any transaction, and records what came of it. */
@ApplicationScoped
public class SendDirectoryMessage {
    private final DirectoryChannels channels;
    private final DirectoryMessages messages;
    private final SendAttempt sendAttempt;
    private final Transactions transactions;
    private final FaultPoint faults;

    SendDirectoryMessage(
            DirectoryChannels channels,
            DirectoryMessages messages,
            SendAttempt sendAttempt,
            Transactions transactions,
            FaultPoint faults) {
        this.channels = channels;
        this.messages = messages;
        this.sendAttempt = sendAttempt;
        this.transactions = transactions;
        this.faults = faults;
    }

    /**
     * @param home runs a task on the context that the message belongs to, where its transaction can be opened
     */
    public Uni<Void> send(Claimed claimed, Executor home) {
        return sendAttempt
                .run(claimed.history(), () -> channels.send(claimed.channel(), claimed.message()))
                .emitOn(home)
                .call(() -> faults.reach("after-send-before-record"))
                .chain(result -> transactions.asEngine(() -> Transactions.now()
                        .map(now -> sendAttempt.outcome(claimed.history(), result, now))
                        .chain(outcome -> record(claimed, outcome))));
    }

    private Uni<Void> record(Claimed claimed, Outcome outcome) {
        boolean nextChannel = outcome.retryIn() == null && !outcome.state().equals(SendAttempt.ACCEPTED);
        return messages.record(claimed, outcome)
                .chain(mine ->
                        mine && nextChannel ? next(claimed) : Uni.createFrom().voidItem());
    }

    private Uni<Void> next(Claimed claimed) {
        OutgoingDirectoryMessage message = claimed.message();
        return channels.after(message.id(), message.to(), message.notification(), claimed.position());
    }
}
