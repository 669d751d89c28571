package org.tongbao.benchmark;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for asynchronous work, five minutes at most. */
final class Waiting {
    private Waiting() {}

    /**
     * Asks until the answer is yes.
     *
     * @param pause from an answer to the next question
     */
    static Future<Void> until(Vertx vertx, Duration pause, Duration patience, Supplier<Future<Boolean>> question) {
        Promise<Void> done = Promise.promise();
        ask(vertx, pause, System.nanoTime() + patience.toNanos(), question, done);
        return done.future();
    }

    private static void ask(
            Vertx vertx, Duration pause, long limit, Supplier<Future<Boolean>> question, Promise<Void> done) {
        question.get().onFailure(done::fail).onSuccess(yes -> {
            if (yes) {
                done.complete();
            } else if (System.nanoTime() > limit) {
                done.fail("waited in vain");
            } else {
                vertx.setTimer(pause.toMillis(), timer -> ask(vertx, pause, limit, question, done));
            }
        });
    }

    static <T> T on(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.MINUTES)
                .exceptionally(failure -> {
                    throw new CompletionException(failure);
                })
                .join();
    }
}
