package org.tongbao.platform.inbox;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.event.Topics;
import org.tongbao.testing.event.EventSender;

/** Against a real broker whose topic holds something. */
@QuarkusTest
class TopicCatchUpComponentTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Map<Integer, Long> EVERYTHING =
            IntStream.range(0, 64).boxed().collect(Collectors.toMap(it -> it, it -> Long.MAX_VALUE));

    @Inject
    TopicEnds ends;

    @Inject
    Vertx vertx;

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger completed = new AtomicInteger();
    private volatile Supplier<Uni<Map<Integer, Long>>> read =
            () -> Uni.createFrom().item(Map.of());
    private TopicCatchUp reading;

    @BeforeEach
    void start() {
        try (var events = new EventSender()) {
            events.send(new ProducerRecord<>(Topics.AGENCIES, "none", "{".getBytes(StandardCharsets.UTF_8)));
        }
        reading = new TopicCatchUp(vertx, ends, Topics.AGENCIES, this::look, completed::incrementAndGet);
        reading.start();
    }

    private Uni<Map<Integer, Long>> look() {
        looks.incrementAndGet();
        return read.get();
    }

    @AfterEach
    void stop() {
        reading.stop();
    }

    @Test
    void itIsCompleteWhenEveryPartitionWasReadToItsEndAndThenLooksNoMore() {
        await().atMost(SOON).until(() -> looks.get() > 2 && completed.get() == 0);
        read = () -> Uni.createFrom().failure(new IllegalStateException("the database is away"));
        int before = looks.get();
        await().atMost(SOON).until(() -> looks.get() > before + 1 && completed.get() == 0);

        read = () -> Uni.createFrom().item(EVERYTHING);

        await().atMost(SOON).until(() -> completed.get() == 1);
        int last = looks.get();
        await().during(Duration.ofMillis(500)).atMost(SOON).until(() -> looks.get() == last && completed.get() == 1);
    }
}
