package org.tongbao.intake.obligation.timer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tongbao.intake.obligation.domain.IncidentObligation;
import org.tongbao.intake.obligation.usecase.AdvanceObligations;
import org.tongbao.intake.obligation.usecase.ObligationScheduler;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;
import org.tongbao.platform.time.PeriodicTask;

/** Runs once a second, and at once for what a commit made due. */
@ApplicationScoped
class ObligationTimer implements ObligationScheduler {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Provider<AdvanceObligations> obligations;
    private final Clock clock;
    private final PeriodicTask task;

    ObligationTimer(Provider<AdvanceObligations> obligations, Clock clock, Vertx vertx, MeterRegistry metrics) {
        this.obligations = obligations;
        this.clock = clock;
        this.task = new PeriodicTask(vertx, "the timer of obligations", PERIOD, this::advance);
        metrics.gauge(
                "tongbao.obligations.timer.silent.seconds",
                task,
                it -> it.sinceSuccess().toMillis() / 1000.0);
    }

    void start(@Observes StartupEvent event) {
        task.start();
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    @Override
    public void schedule(List<IncidentObligation> scheduled) {
        Instant beforeNextBeat = clock.now().plus(PERIOD);
        scheduled.stream()
                .map(IncidentObligation::nextAt)
                .filter(Objects::nonNull)
                .filter(at -> at.isBefore(beforeNextBeat))
                .min(Instant::compareTo)
                .ifPresent(at -> Transactions.afterCommit(() -> task.wakeAfter(Duration.between(clock.now(), at))));
    }

    private Uni<Void> advance() {
        return obligations
                .get()
                .advance()
                .invoke(more -> {
                    if (more) {
                        task.wake();
                    }
                })
                .replaceWithVoid();
    }
}
