package org.tongbao.benchmark;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Blocking and polling on Vert.x futures, five minutes at most. */
final class Futures {
    private Futures() {}

    /**
     * Polls until the condition holds.
     *
     * @param interval between two polls
     */
    static Future<Void> poll(Vertx vertx, Duration interval, Duration timeout, Supplier<Future<Boolean>> condition) {
        Promise<Void> done = Promise.promise();
        pollOnce(vertx, interval, System.nanoTime() + timeout.toNanos(), condition, done);
        return done.future();
    }

    private static void pollOnce(
            Vertx vertx, Duration interval, long limit, Supplier<Future<Boolean>> condition, Promise<Void> done) {
        condition.get().onFailure(done::fail).onSuccess(yes -> {
            if (yes) {
                done.complete();
            } else if (System.nanoTime() > limit) {
                done.fail("waited in vain");
            } else {
                vertx.setTimer(interval.toMillis(), timer -> pollOnce(vertx, interval, limit, condition, done));
            }
        });
    }

    static <T> T join(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.MINUTES)
                .exceptionally(failure -> {
                    throw new CompletionException(failure);
                })
                .join();
    }
}
