package org.tongbao.benchmark;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Clients who do not wait for each other: each request starts at its time, whether or not the ones before were answered, and
 * its duration counts from that time, so that a server that stands still is not spared the requests it would have had.
 */
final class OpenLoop {
    private final Context context;
    private final int perSecond;

    OpenLoop(Vertx vertx, int perSecond) {
        this.context = vertx.getOrCreateContext();
        this.perSecond = perSecond;
    }

    /**
     * @param request is told which one it is, from 0
     * @return one duration for each request
     * @throws java.util.concurrent.CompletionException when a request failed
     */
    Timings run(Duration length, IntFunction<Future<Void>> request) {
        int count = Math.toIntExact(perSecond * length.toSeconds());
        var timings = new Timings();
        List<Future<Void>> responses = new ArrayList<>(count);
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = began + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
            waitUntil(due);
            responses.add(start(request, i).onSuccess(nothing -> timings.add(System.nanoTime() - due)));
        }
        Futures.join(Future.all(responses));
        if (timings.count() != count) {
            throw new IllegalStateException("measured " + timings.count() + " of " + count);
        }
        return timings;
    }

    private Future<Void> start(IntFunction<Future<Void>> request, int number) {
        Promise<Void> done = Promise.promise();
        context.runOnContext(nothing -> request.apply(number).onComplete(done));
        return done.future();
    }

    private static void waitUntil(long due) {
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }
}
