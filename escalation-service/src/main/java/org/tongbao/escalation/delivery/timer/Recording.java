package org.tongbao.escalation.delivery.timer;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.Logger;
import org.tongbao.escalation.delivery.usecase.RecordOutcomes;
import org.tongbao.escalation.delivery.usecase.RecordOutcomes.Attempted;
import org.tongbao.escalation.timer.Outstanding;
import org.tongbao.platform.access.TransientFailures;
import org.tongbao.platform.time.PeriodicTask;

/**
 * What came of attempts and is not on record yet. One transaction records all that ended while the one before was under
 * way, and is tried again until it succeeds: what was sent is not sent again because of a database that was away.
 */
final class Recording {
    private static final Logger LOG = Logger.getLogger(Recording.class);
    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final int AT_ONCE = 200;

    private final RecordOutcomes recordOutcomes;
    private final Runnable recorded;
    private final PeriodicTask task;
    private final Queue<Attempted> waiting = new ConcurrentLinkedQueue<>();
    private final Outstanding outstanding = new Outstanding();

    /**
     * @param recorded called after each transaction
     */
    Recording(Vertx vertx, RecordOutcomes recordOutcomes, Runnable recorded) {
        this.recordOutcomes = recordOutcomes;
        this.recorded = recorded;
        this.task = new PeriodicTask(vertx, "the recording of outcomes", PERIOD, this::record);
    }

    void start() {
        task.start();
    }

    void stop() {
        task.stop();
    }

    void add(Attempted attempt) {
        outstanding.begin(1);
        waiting.add(attempt);
        task.wake();
    }

    /** How many wait to be recorded. */
    int count() {
        return outstanding.count();
    }

    /** Whether everything is on record within this time. Blocks. */
    boolean awaitEnd(Duration atMost) {
        return outstanding.awaitNone(atMost);
    }

    private Uni<Void> record() {
        List<Attempted> batch = waiting.stream().limit(AT_ONCE).toList();
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return recordOutcomes
                .record(batch)
                .onFailure(failure -> !TransientFailures.isTransient(failure))
                .recoverWithUni(() -> eachAlone(batch))
                .invoke(() -> leave(batch));
    }

    private Uni<Void> eachAlone(List<Attempted> batch) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(this::alone)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> alone(Attempted attempt) {
        return recordOutcomes
                .record(List.of(attempt))
                .onFailure(failure -> !TransientFailures.isTransient(failure))
                .invoke(failure -> LOG.errorf(
                        failure,
                        "outcome cannot be recorded, sent again when the lease ends deliveryId=%s attempt=%d",
                        attempt.delivery().message().deliveryId(),
                        attempt.delivery().history().attempt()))
                .onFailure(failure -> !TransientFailures.isTransient(failure))
                .recoverWithNull();
    }

    private void leave(List<Attempted> batch) {
        batch.forEach(ignored -> waiting.remove());
        outstanding.finish(batch.size());
        if (!waiting.isEmpty()) {
            task.wake();
        }
        recorded.run();
    }
}
