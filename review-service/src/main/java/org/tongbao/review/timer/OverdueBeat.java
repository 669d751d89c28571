package org.tongbao.review.timer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.tongbao.platform.time.PeriodicTask;
import org.tongbao.review.usecase.MissDeadlines;
import org.tongbao.review.usecase.ReviewSettings;

/** Looks for missed limits. Every replica does; rows that another one holds are skipped. */
@ApplicationScoped
class OverdueBeat {
    private final MissDeadlines missDeadlines;
    private final PeriodicTask task;

    OverdueBeat(MissDeadlines missDeadlines, Vertx vertx, ReviewSettings settings, MeterRegistry metrics) {
        this.missDeadlines = missDeadlines;
        this.task = new PeriodicTask(vertx, "the watch over review limits", settings.overdueBeat(), this::look);
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

    private Uni<Void> look() {
        return missDeadlines
                .note()
                .invoke(more -> {
                    if (more) {
                        task.wake();
                    }
                })
                .replaceWithVoid();
    }
}
