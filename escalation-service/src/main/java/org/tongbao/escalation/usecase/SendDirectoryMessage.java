package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import org.tongbao.escalation.usecase.Deliveries.Outcome;
import org.tongbao.escalation.usecase.DirectoryMessages.Claimed;
import org.tongbao.platform.access.FaultPoint;
import org.tongbao.platform.access.Transactions;

/** Sends one claimed message of the directory, outside of any transaction, and records what came of it. */
@ApplicationScoped
public class SendDirectoryMessage {
    private final DirectoryChannels channels;
    private final DirectoryMessages messages;
    private final OneAttempt oneAttempt;
    private final Transactions transactions;
    private final FaultPoint faults;

    SendDirectoryMessage(
            DirectoryChannels channels,
            DirectoryMessages messages,
            OneAttempt oneAttempt,
            Transactions transactions,
            FaultPoint faults) {
        this.channels = channels;
        this.messages = messages;
        this.oneAttempt = oneAttempt;
        this.transactions = transactions;
        this.faults = faults;
    }

    /**
     * @param home runs a task on the context that the message belongs to, where its transaction can be opened
     */
    public Uni<Void> send(Claimed claimed, Executor home) {
        return oneAttempt
                .make(claimed.tries(), () -> channels.send(claimed.channel(), claimed.message()))
                .emitOn(home)
                .call(() -> faults.reach("after-send-before-record"))
                .map(result -> oneAttempt.outcome(claimed.tries(), result))
                .chain(outcome -> transactions.asEngine(() -> record(claimed, outcome)));
    }

    private Uni<Void> record(Claimed claimed, Outcome outcome) {
        boolean nextChannel = outcome.retryIn() == null && !outcome.state().equals(OneAttempt.ACCEPTED);
        return messages.record(claimed, outcome)
                .chain(mine ->
                        mine && nextChannel ? next(claimed) : Uni.createFrom().voidItem());
    }

    private Uni<Void> next(Claimed claimed) {
        OutgoingMessage message = claimed.message();
        return channels.after(message.id(), message.to(), message.matter(), claimed.position());
    }
}
