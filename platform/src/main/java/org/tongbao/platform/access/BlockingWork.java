package org.tongbao.platform.access;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Runs work off the event loop, for what takes longer than a few milliseconds, and continues where it was
 * called: within the same transaction, which must not be touched meanwhile.
 */
@ApplicationScoped
public class BlockingWork {
    private final Vertx vertx;

    BlockingWork(Vertx vertx) {
        this.vertx = vertx;
    }

    public <T> Uni<T> run(Supplier<T> work) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(work::get, false).toCompletionStage());
    }
}
