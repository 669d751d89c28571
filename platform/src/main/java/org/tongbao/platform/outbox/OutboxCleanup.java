package org.tongbao.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.tongbao.platform.sql.Batches;
import org.tongbao.platform.time.PeriodicTask;

/** Watches the age of what is unsent, and deletes what was sent long enough ago that nobody replays it. */
@ApplicationScoped
class OutboxCleanup {
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final OutboxStore store;
    private final PeriodicTask task;
    private final AtomicReference<Double> oldest = new AtomicReference<>(0.0);

    OutboxCleanup(OutboxStore store, Vertx vertx, MeterRegistry metrics) {
        this.store = store;
        this.task = new PeriodicTask(
                vertx, "the age of the outbox", PERIOD, () -> store.oldestAge().invoke(oldest::set));
        metrics.gauge("tongbao.outbox.oldest.seconds", oldest, AtomicReference::get);
    }

    void start(@Observes StartupEvent event) {
        task.start();
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    @Scheduled(cron = "0 17 * * * ?", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> deleteExpired() {
        return Batches.untilDone(() -> store.deleteExpired(Batches.SIZE));
    }
}
