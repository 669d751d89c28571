package org.tongbao.escalation.directory.timer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.tongbao.escalation.delivery.usecase.DeliverySettings;
import org.tongbao.escalation.directory.usecase.ClaimDirectoryMessages;
import org.tongbao.escalation.directory.usecase.DirectoryMessages;
import org.tongbao.escalation.directory.usecase.DirectoryWakeUp;
import org.tongbao.escalation.directory.usecase.SendDirectoryMessage;
import org.tongbao.escalation.timer.InFlight;
import org.tongbao.platform.time.PeriodicTask;

/** Drives the directory's messages of this process, beside those of notices and with a small limit of its own. */
@ApplicationScoped
class DirectoryEngine implements DirectoryWakeUp {
    private static final Logger LOG = Logger.getLogger(DirectoryEngine.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final ClaimDirectoryMessages claimMessages;
    private final PeriodicTask task;
    private final InFlight<DirectoryMessages.Claimed> inFlight;

    DirectoryEngine(
            Vertx vertx,
            ClaimDirectoryMessages claimMessages,
            SendDirectoryMessage sendMessage,
            DeliverySettings settings,
            MeterRegistry metrics) {
        this.claimMessages = claimMessages;
        this.task = new PeriodicTask(vertx, "the directory's messages", PERIOD, this::claim);
        this.inFlight = new InFlight<>(
                vertx, settings.directoryAtOnce(), sendMessage::send, task, DirectoryEngine::notRecorded);
        metrics.gauge("tongbao.escalation.directory.age", task, it -> it.sinceSuccess()
                .toSeconds());
    }

    void start(@Observes StartupEvent event) {
        task.start();
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    @Override
    public void messages() {
        task.wake();
    }

    private Uni<Void> claim() {
        int free = inFlight.free();
        if (free <= 0) {
            return Uni.createFrom().voidItem();
        }
        return claimMessages.claim(free).invoke(inFlight::sendAll).replaceWithVoid();
    }

    private static void notRecorded(DirectoryMessages.Claimed claimed, Throwable failure) {
        LOG.warnf(
                failure,
                "outcome not recorded, tried again when the lease ends messageId=%s attempt=%d",
                claimed.message().id(),
                claimed.history().attempt());
    }
}
