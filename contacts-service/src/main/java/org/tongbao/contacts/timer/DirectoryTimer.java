package org.tongbao.contacts.timer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.tongbao.contacts.duty.usecase.NotifyHandOffs;
import org.tongbao.contacts.people.usecase.RemindToAttest;
import org.tongbao.contacts.readiness.usecase.CountReadiness;
import org.tongbao.contacts.readiness.usecase.ReportReadiness;
import org.tongbao.platform.time.PeriodicTask;

/** Who goes on duty, whose entry must be confirmed, who is not ready: notified when the time comes. Every replica looks. */
@ApplicationScoped
class DirectoryTimer {
    private static final Logger LOG = Logger.getLogger(DirectoryTimer.class);
    private static final Duration SOON = Duration.ofMillis(500);
    private static final Duration SOMETIMES = Duration.ofMinutes(1);
    // Both look at every agency.
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(10);

    private final AtomicLong agencies = new AtomicLong();
    private final AtomicLong notReady = new AtomicLong();
    private final CountReadiness countReadiness;
    private final List<PeriodicTask> tasks;

    DirectoryTimer(
            NotifyHandOffs notifyHandOffs,
            RemindToAttest remindToAttest,
            ReportReadiness reportReadiness,
            CountReadiness countReadiness,
            Vertx vertx,
            MeterRegistry metrics) {
        this.countReadiness = countReadiness;
        this.tasks = List.of(
                new PeriodicTask(vertx, "the hand-offs", SOON, () -> logged("hand-offs", notifyHandOffs.notifyDue())),
                new PeriodicTask(
                        vertx, "the attestations", SOMETIMES, () -> logged("attestations", remindToAttest.remind())),
                new PeriodicTask(
                        vertx, "the readiness", NOW_AND_THEN, () -> logged("readiness", reportReadiness.report())),
                new PeriodicTask(vertx, "the count of readiness", NOW_AND_THEN, this::count));
        metrics.gauge("tongbao.contacts.agencies", agencies);
        metrics.gauge("tongbao.contacts.agencies.not.ready", notReady);
        metrics.gauge("tongbao.contacts.hand.offs.age", tasks.get(0), it -> it.sinceSuccess()
                .toSeconds());
    }

    void start(@Observes StartupEvent event) {
        tasks.forEach(PeriodicTask::start);
    }

    void stop(@Observes ShutdownEvent event) {
        tasks.forEach(PeriodicTask::stop);
    }

    private static Uni<Void> logged(String what, Uni<Integer> notifying) {
        return notifying
                .invoke(count -> {
                    if (count > 0) {
                        LOG.debugf("requested notifications what=%s count=%d", what, count);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> count() {
        return countReadiness
                .count()
                .invoke(it -> {
                    agencies.set(it.agencies());
                    notReady.set(it.notReady());
                })
                .replaceWithVoid();
    }
}
