package org.tongbao.escalation.timer;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.tongbao.platform.time.PeriodicTask;

/** What this process has claimed and is sending, never more at once than it may. */
public final class InFlight<T> {
    private final Vertx vertx;
    private final int atOnce;
    private final BiFunction<T, Executor, Uni<Void>> sending;
    private final PeriodicTask claiming;
    private final BiConsumer<T, Throwable> failed;
    private final Outstanding outstanding = new Outstanding();
    private volatile boolean mayBeMore;

    /**
     * @param claiming is woken by every place that becomes free while there may be more to claim
     * @param failed called when the sending of one failed
     */
    public InFlight(
            Vertx vertx,
            int atOnce,
            BiFunction<T, Executor, Uni<Void>> sending,
            PeriodicTask claiming,
            BiConsumer<T, Throwable> failed) {
        this.vertx = vertx;
        this.atOnce = atOnce;
        this.sending = sending;
        this.claiming = claiming;
        this.failed = failed;
    }

    /** Claims as many as there are places, and sends them. */
    public Uni<Void> fill(IntFunction<Uni<List<T>>> claim) {
        mayBeMore = true; // before the places are counted: one that becomes free after that wakes
        int free = atOnce - outstanding.count();
        return free <= 0 ? Uni.createFrom().voidItem() : fill(free, claim);
    }

    /** A claim is under way as well: what it claims is not left behind at the end. */
    private Uni<Void> fill(int free, IntFunction<Uni<List<T>>> claim) {
        outstanding.begin(1);
        return Uni.createFrom()
                .deferred(() -> claim.apply(free))
                .invoke(claimed -> sendAll(free, claimed))
                .eventually(() -> outstanding.finish(1))
                .replaceWithVoid();
    }

    /** Whether all that is under way has ended within this time. Blocks, after the last claim. */
    public boolean awaitEnd(Duration atMost) {
        return outstanding.awaitNone(atMost);
    }

    private void sendAll(int asked, List<T> claimed) {
        mayBeMore = claimed.size() >= asked;
        outstanding.begin(claimed.size());
        claimed.forEach(this::send);
    }

    // Each on a context of its own: Hibernate Reactive keeps its session there, and one must not meet another's.
    private void send(T one) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> sending.apply(one, task -> context.runOnContext(now -> task.run()))
                .eventually(this::makeRoom)
                .subscribe()
                .with(done -> {}, failure -> failed.accept(one, failure)));
    }

    private void makeRoom() {
        outstanding.finish(1);
        if (mayBeMore) {
            claiming.wake();
        }
    }
}
