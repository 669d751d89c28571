package org.tongbao.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeriodicTaskTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger runs = new AtomicInteger();
    private final List<PeriodicTask> started = new ArrayList<>();

    @AfterEach
    void close() {
        started.forEach(PeriodicTask::stop);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void startedTwiceItHasOneTimer() {
        PeriodicTask task = task(LONG, LONG, () -> Uni.createFrom().nothing());
        long before = vertx.setTimer(LONG.toMillis(), ignored -> {});

        task.start();
        task.start();

        long timersOfOneStart = 2; // its period, and the limit of its first run
        assertThat(vertx.setTimer(LONG.toMillis(), ignored -> {}) - before - 1).isEqualTo(timersOfOneStart);
    }

    @Test
    void aRunThatNeverEndsIsGivenUpAndTheNextFollows() {
        PeriodicTask task = task(
                SHORT,
                SHORT,
                () -> runs.get() == 1
                        ? Uni.createFrom().nothing()
                        : Uni.createFrom().voidItem());

        task.start();

        await().until(() -> runs.get() > 3);
        assertThat(task.isStuck()).isFalse();
    }

    @Test
    void aTaskWhoseRunsNeverEndIsStuck() {
        PeriodicTask task = task(SHORT, SHORT, () -> Uni.createFrom().nothing());

        task.start();

        await().until(() -> PeriodicTask.stuck().contains("a probe"));
        task.stop();
        assertThat(PeriodicTask.stuck()).isEmpty();
    }

    @Test
    void aTaskThatFailsIsNotStuck() {
        PeriodicTask task = task(SHORT, LONG, () -> Uni.createFrom().failure(new IllegalStateException("away")));

        task.start();

        await().until(() -> runs.get() > 3);
        assertThat(task.isStuck()).isFalse();
    }

    private PeriodicTask task(Duration period, Duration limit, Supplier<Uni<?>> work) {
        PeriodicTask task = new PeriodicTask(vertx, "a probe", period, limit, () -> {
            runs.incrementAndGet();
            return work.get();
        });
        started.add(task);
        return task;
    }
}
