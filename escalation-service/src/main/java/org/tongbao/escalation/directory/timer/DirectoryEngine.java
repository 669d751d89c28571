package org.tongbao.escalation.directory.timer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
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
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ClaimDirectoryMessages claimMessages;
    private final PeriodicTask task;
    private final InFlight<DirectoryMessages.Claimed> inFlight;
    private final DeliverySettings settings;

    DirectoryEngine(
            Vertx vertx,
            ClaimDirectoryMessages claimMessages,
            SendDirectoryMessage sendMessage,
            DeliverySettings settings,
            MeterRegistry metrics) {
        this.claimMessages = claimMessages;
        this.settings = settings;
        this.task = new PeriodicTask(vertx, "the directory's messages", PERIOD, this::claim);
        this.inFlight = new InFlight<>(
                vertx, settings.directoryAtOnce(), sendMessage::send, task, DirectoryEngine::notRecorded);
        metrics.gauge("tongbao.escalation.directory.age", task, it -> it.sinceSuccess()
                .toSeconds());
    }

    void start(@Observes StartupEvent event) {
        task.start();
    }

    /** What is under way ends and is recorded before the process goes. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event) {
        task.stop();
        if (!inFlight.awaitEnd(settings.timeLimit().plus(GRACE))) {
            LOG.warn("messages are under way at the end, and are sent again when their leases end");
        }
    }

    @Override
    public void messages() {
        task.wake();
    }

    private Uni<Void> claim() {
        return inFlight.fill(claimMessages::claim);
    }

    private static void notRecorded(DirectoryMessages.Claimed claimed, Throwable failure) {
        LOG.warnf(
                failure,
                "outcome not recorded, tried again when the lease ends messageId=%s attempt=%d",
                claimed.message().id(),
                claimed.history().attempt());
    }
}
