package org.tongbao.platform.access;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Works something out beside the event loop, for what takes longer than a few milliseconds, and goes on where it was
 * called: within the same transaction, which must not be touched meanwhile.
 */
@ApplicationScoped
public class Aside {
    private final Vertx vertx;

    Aside(Vertx vertx) {
        this.vertx = vertx;
    }

    public <T> Uni<T> work(Supplier<T> work) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(work::get, false).toCompletionStage());
    }
}
