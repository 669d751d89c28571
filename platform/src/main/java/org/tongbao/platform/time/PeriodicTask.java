package org.tongbao.platform.time;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Runs one piece of work again and again: at least once a period, and at once when woken. Runs do not overlap, and a wake
 * during a run makes another run follow, so that no wake is lost. A run that does not end within {@link #LIMIT} is given up:
 * the next one starts beside it.
 *
 * <p>The period is counted by the event loop's monotonic timer. {@code @Scheduled(every)} compares wall-clock times and
 * stands still for an hour when the clock is set back an hour.
 */
public final class PeriodicTask {
    /** Longer than any time-out beneath, so that what is given up has lost its way. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Logger LOG = Logger.getLogger(PeriodicTask.class);
    private static final int STUCK_AFTER = 3;
    private static final Set<PeriodicTask> STARTED = ConcurrentHashMap.newKeySet();

    private final Vertx vertx;
    private final String name;
    private final Duration period;
    private final Duration limit;
    private final Supplier<Uni<?>> work;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicInteger wanted = new AtomicInteger();
    private volatile long timer = -1;
    private volatile long lastSuccess = System.nanoTime();
    private volatile long lastEnd = System.nanoTime();
    private final AtomicInteger failures = new AtomicInteger();

    public PeriodicTask(Vertx vertx, String name, Duration period, Supplier<Uni<?>> work) {
        this(vertx, name, period, LIMIT, work);
    }

    PeriodicTask(Vertx vertx, String name, Duration period, Duration limit, Supplier<Uni<?>> work) {
        this.vertx = vertx;
        this.name = name;
        this.period = period;
        this.limit = limit;
        this.work = work;
    }

    /** Does nothing when it is started already. */
    public void start() {
        if (!started.compareAndSet(false, true)) {
            return;
        }
        lastEnd = System.nanoTime();
        timer = vertx.setPeriodic(period.toMillis(), ignored -> wake());
        STARTED.add(this);
        wake();
    }

    public void stop() {
        if (started.compareAndSet(true, false)) {
            STARTED.remove(this);
            vertx.cancelTimer(timer);
        }
    }

    /** Runs the work now, or once more after the run under way. */
    public void wake() {
        if (started.get() && wanted.getAndIncrement() == 0) {
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

    /** The names of the tasks of this process that no longer come back: not even with a failure. */
    public static List<String> stuck() {
        return STARTED.stream().filter(PeriodicTask::isStuck).map(it -> it.name).toList();
    }

    // A failure counts as an end: whoever waits for its database is alive.
    boolean isStuck() {
        return System.nanoTime() - lastEnd
                > limit.multipliedBy(STUCK_AFTER).plus(period).toNanos();
    }

    private void run() {
        int seen = wanted.get();
        var run = new Run(seen);
        // A fresh duplicated context: Hibernate Reactive keeps its session there, and one must not meet another's.
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> guarded().subscribe().with(done -> run.succeeded(), run::failed));
    }

    private Uni<?> guarded() {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return Uni.createFrom().failure(e);
        }
    }

    // An outage is told when it begins and when it ends, not with every period.
    private void log(Throwable failure) {
        if (failures.getAndIncrement() == 0) {
            LOG.warnf(failure, "%s failed and is tried again with every period", name);
        } else {
            LOG.debugf(failure, "%s failed again", name);
        }
    }

    private void logRecovery() {
        int before = failures.getAndSet(0);
        if (before > 0) {
            LOG.infof("%s works again failures=%d", name, before);
        }
    }

    /** One run, which ends once: by its work or by the limit. */
    private final class Run {
        private final int seen;
        private final long limitTimer;
        private final AtomicBoolean ended = new AtomicBoolean();

        Run(int seen) {
            this.seen = seen;
            this.limitTimer = vertx.setTimer(limit.toMillis(), ignored -> giveUp());
        }

        void succeeded() {
            if (ended.compareAndSet(false, true)) {
                lastSuccess = System.nanoTime();
                lastEnd = lastSuccess;
                logRecovery();
                next();
            }
        }

        void failed(Throwable failure) {
            if (ended.compareAndSet(false, true)) {
                lastEnd = System.nanoTime();
                log(failure);
                next();
            }
        }

        private void giveUp() {
            if (ended.compareAndSet(false, true)) {
                LOG.errorf("%s did not end within %s and is given up", name, limit);
                next();
            }
        }

        private void next() {
            vertx.cancelTimer(limitTimer);
            if (!started.get()) {
                wanted.set(0);
            } else if (!wanted.compareAndSet(seen, 0)) {
                run();
            }
        }
    }
}
