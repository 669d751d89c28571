package org.tongbao.platform.time;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Runs one piece of work again and again: at least once a period, and at once when woken. Runs never overlap, and a wake
 * during a run makes another run follow, so that no wake is lost.
 *
 * <p>The period is counted by the event loop's monotonic timer. {@code @Scheduled(every)} compares wall-clock times and
 * stands still for an hour when the clock is set back an hour.
 */
public final class PeriodicTask {
    private static final Logger LOG = Logger.getLogger(PeriodicTask.class);

    private final Vertx vertx;
    private final String name;
    private final Duration period;
    private final Supplier<Uni<?>> work;
    private final AtomicInteger wanted = new AtomicInteger();
    private volatile long timer = -1;
    private volatile long lastSuccess = System.nanoTime();

    public PeriodicTask(Vertx vertx, String name, Duration period, Supplier<Uni<?>> work) {
        this.vertx = vertx;
        this.name = name;
        this.period = period;
        this.work = work;
    }

    public void start() {
        timer = vertx.setPeriodic(period.toMillis(), ignored -> wake());
        wake();
    }

    public void stop() {
        vertx.cancelTimer(timer);
        timer = -1;
    }

    /** Runs the work now, or once more after the run under way. */
    public void wake() {
        if (timer != -1 && wanted.getAndIncrement() == 0) {
            run();
        }
    }

    /** Wakes after a delay, for work that found its object locked by somebody else. */
    public void wakeAfter(Duration delay) {
        vertx.setTimer(Math.max(1, delay.toMillis()), ignored -> wake());
    }

    /** How long ago a run last ended well; a stopped engine shows here. */
    public Duration sinceSuccess() {
        return Duration.ofNanos(System.nanoTime() - lastSuccess);
    }

    private void run() {
        int seen = wanted.get();
        // A fresh duplicated context: Hibernate Reactive keeps its session there, and one must not meet another's.
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(
                ignored -> guarded().subscribe().with(done -> succeeded(seen), failure -> failed(seen, failure)));
    }

    private Uni<?> guarded() {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return Uni.createFrom().failure(e);
        }
    }

    private void succeeded(int seen) {
        lastSuccess = System.nanoTime();
        next(seen);
    }

    private void failed(int seen, Throwable failure) {
        LOG.warnf(failure, "%s failed and is tried again with its next period", name);
        next(seen);
    }

    private void next(int seen) {
        if (timer == -1) {
            wanted.set(0);
        } else if (!wanted.compareAndSet(seen, 0)) {
            run();
        }
    }
}
