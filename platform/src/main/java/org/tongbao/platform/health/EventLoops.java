package org.tongbao.platform.health;

import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Each event loop says every second that it still turns. */
@ApplicationScoped
class EventLoops {
    static final Duration LIMIT = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final Map<EventExecutor, Long> lastTurn = new ConcurrentHashMap<>();

    EventLoops(Vertx vertx) {
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        for (EventExecutor loop : vertx.nettyEventLoopGroup()) {
            turned(loop);
            loop.scheduleWithFixedDelay(() -> turned(loop), 1, 1, TimeUnit.SECONDS);
        }
    }

    private void turned(EventExecutor loop) {
        lastTurn.put(loop, System.nanoTime());
    }

    /** How many have not turned for longer than the limit. */
    int silent() {
        long now = System.nanoTime();
        return (int) lastTurn.values().stream()
                .filter(at -> now - at > LIMIT.toNanos())
                .count();
    }
}
