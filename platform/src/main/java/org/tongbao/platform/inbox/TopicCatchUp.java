package org.tongbao.platform.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongbao.platform.time.PeriodicTask;

/**
 * Watches until a compacted topic is read to the end it had when this process first reached the broker, reports that once, and
 * stops. Before that a copy of the topic is not to be trusted: what is missing in it may only not have been read yet.
 */
public final class TopicCatchUp {
    private static final Duration PERIOD = Duration.ofMillis(100);

    private final String topic;
    private final Supplier<Uni<Map<Integer, Long>>> read;
    private final Runnable complete;
    private final TopicEnds ends;
    private final PeriodicTask task;
    private @Nullable Map<Integer, Long> endsAtStart;

    /**
     * @param read the next offset by partition, of all replicas; opens its own transaction
     * @param complete called when every partition was read to its end
     */
    public TopicCatchUp(
            Vertx vertx, TopicEnds ends, String topic, Supplier<Uni<Map<Integer, Long>>> read, Runnable complete) {
        this.topic = topic;
        this.read = read;
        this.complete = complete;
        this.ends = ends;
        this.task = new PeriodicTask(vertx, "the catch-up of " + topic, PERIOD, this::check);
    }

    public void start() {
        task.start();
    }

    public void stop() {
        task.stop();
    }

    private Uni<Void> check() {
        return endsAtStart()
                .chain(ends -> read.get().invoke(reached -> compare(ends, reached)))
                .replaceWithVoid();
    }

    private void compare(Map<Integer, Long> ends, Map<Integer, Long> reached) {
        if (ends.entrySet().stream().allMatch(end -> reached.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
            complete.run();
            task.stop();
        }
    }

    private Uni<Map<Integer, Long>> endsAtStart() {
        if (endsAtStart != null) {
            return Uni.createFrom().item(endsAtStart);
        }
        return ends.of(topic).invoke(found -> endsAtStart = found);
    }
}
