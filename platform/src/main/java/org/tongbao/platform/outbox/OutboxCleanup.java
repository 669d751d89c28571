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
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.tongbao.platform.time.Clock;
import org.tongbao.platform.time.PeriodicTask;

/** Watches the age of what is unsent, and deletes what was sent long enough ago that nobody replays it. */
@ApplicationScoped
class OutboxCleanup {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final OutboxStore store;
    private final Clock clock;
    private final PeriodicTask task;
    private final AtomicReference<Double> oldest = new AtomicReference<>(0.0);

    OutboxCleanup(OutboxStore store, Clock clock, Vertx vertx, MeterRegistry metrics) {
        this.store = store;
        this.clock = clock;
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
        return store.deleteSentBefore(clock.now().minus(KEPT).atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }
}
