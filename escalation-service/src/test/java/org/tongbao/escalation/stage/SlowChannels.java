package org.tongbao.escalation.stage;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.escalation.delivery.usecase.NoticeSender;
import org.tongbao.escalation.delivery.usecase.OutgoingNotice;
import org.tongbao.escalation.delivery.usecase.SendResult;

/** Two channels that behave as other people's libraries do: one answers on a thread of its own, one never. */
public final class SlowChannels {
    private SlowChannels() {}

    @ApplicationScoped
    static class OnAnotherThread implements NoticeSender {
        @Override
        public String channel() {
            return Channel.SMS.key();
        }

        @Override
        public Uni<SendResult> send(OutgoingNotice message) {
            return Uni.createFrom()
                    .completionStage(() -> CompletableFuture.supplyAsync(
                            () -> new SendResult.Accepted("gateway", "on another thread")));
        }
    }

    @ApplicationScoped
    static class Never implements NoticeSender {
        @Override
        public String channel() {
            return Channel.WEBHOOK.key();
        }

        @Override
        public Uni<SendResult> send(OutgoingNotice message) {
            return Uni.createFrom().nothing();
        }
    }
}
