package org.tongbao.benchmark;

import io.vertx.core.Future;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Waits for asynchronous work, five minutes at most. */
final class Waiting {
    private Waiting() {}

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
