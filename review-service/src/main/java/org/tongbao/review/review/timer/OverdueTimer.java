package org.tongbao.review.review.timer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.tongbao.platform.time.PeriodicTask;
import org.tongbao.review.review.usecase.RecordMissedDeadlines;
import org.tongbao.review.usecase.ReviewSettings;

/** Records missed limits. Runs on every replica; rows locked by another one are skipped. */
@ApplicationScoped
class OverdueTimer {
    private final RecordMissedDeadlines missedDeadlines;
    private final PeriodicTask task;

    OverdueTimer(RecordMissedDeadlines missedDeadlines, Vertx vertx, ReviewSettings settings, MeterRegistry metrics) {
        this.missedDeadlines = missedDeadlines;
        this.task = new PeriodicTask(vertx, "the watch over review limits", settings.overdueBeat(), this::recordMissed);
        metrics.gauge(
                "tongbao.review.overdue.silent.seconds",
                task,
                it -> it.sinceSuccess().toMillis() / 1000.0);
    }

    void start(@Observes StartupEvent event) {
        task.start();
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    private Uni<Void> recordMissed() {
        return missedDeadlines
                .recordBatch()
                .invoke(more -> {
                    if (more) {
                        task.wake();
                    }
                })
                .replaceWithVoid();
    }
}
