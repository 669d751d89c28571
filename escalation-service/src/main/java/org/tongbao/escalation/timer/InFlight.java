package org.tongbao.escalation.timer;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.tongbao.platform.time.PeriodicTask;

/** What this process has claimed and is sending, never more at once than it may. */
public final class InFlight<T> {
    private final Vertx vertx;
    private final int atOnce;
    private final BiFunction<T, Executor, Uni<Void>> sending;
    private final PeriodicTask claiming;
    private final BiConsumer<T, Throwable> notRecorded;
    private final AtomicInteger count = new AtomicInteger();

    /**
     * @param claiming is woken when there is room again
     * @param notRecorded called when what came of one could not be recorded
     */
    public InFlight(
            Vertx vertx,
            int atOnce,
            BiFunction<T, Executor, Uni<Void>> sending,
            PeriodicTask claiming,
            BiConsumer<T, Throwable> notRecorded) {
        this.vertx = vertx;
        this.atOnce = atOnce;
        this.sending = sending;
        this.claiming = claiming;
        this.notRecorded = notRecorded;
    }

    public int free() {
        return atOnce - count.get();
    }

    public void sendAll(List<T> claimed) {
        count.addAndGet(claimed.size());
        claimed.forEach(this::send);
    }

    // Each on a context of its own: Hibernate Reactive keeps its session there, and one must not meet another's.
    private void send(T one) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> sending.apply(one, task -> context.runOnContext(now -> task.run()))
                .eventually(this::makeRoom)
                .subscribe()
                .with(done -> {}, failure -> notRecorded.accept(one, failure)));
    }

    private void makeRoom() {
        if (count.getAndDecrement() >= atOnce) {
            claiming.wake();
        }
    }
}
