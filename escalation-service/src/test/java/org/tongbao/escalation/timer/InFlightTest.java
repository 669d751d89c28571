package org.tongbao.escalation.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.platform.time.PeriodicTask;

/** No beat comes in these tests: whatever goes on was woken. */
class InFlightTest {
    private static final Duration NO_BEAT = Duration.ofHours(1);
    private static final Duration NOT_YET = Duration.ofMillis(50);
    private static final int PLACES = 4;

    private final Vertx vertx = Vertx.vertx();
    private final Queue<String> due = new ArrayDeque<>();
    private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private CompletableFuture<Void> database = CompletableFuture.completedFuture(null);
    private final PeriodicTask claiming = new PeriodicTask(vertx, "claims", NO_BEAT, this::claim);
    private final InFlight<String> inFlight = new InFlight<>(
            vertx,
            PLACES,
            (name, home) -> Uni.createFrom()
                    .completionStage(underWay.computeIfAbsent(name, ignored -> new CompletableFuture<>())),
            claiming,
            (name, failure) -> {});

    private Uni<Void> claim() {
        return inFlight.fill(
                free -> Uni.createFrom().completionStage(() -> database).map(ignored -> take(free)));
    }

    private synchronized List<String> take(int limit) {
        List<String> taken = new ArrayList<>();
        while (taken.size() < limit && !due.isEmpty()) {
            taken.add(due.remove());
        }
        return taken;
    }

    @BeforeEach
    void seven() {
        due.addAll(List.of("1", "2", "3", "4", "5", "6", "7"));
        claiming.start();
        await().until(() -> underWay.size() == PLACES);
    }

    @AfterEach
    void close() {
        claiming.stop();
        vertx.close();
    }

    @Test
    void aPlaceThatBecomesFreeDuringAClaimIsFilledToo() {
        database = new CompletableFuture<>();
        end("1");
        end("2");
        end("3");

        database.complete(null);

        await().untilAsserted(() -> assertThat(underWay).containsKeys("5", "6", "7"));
    }

    @Test
    void neverMoreThanThePlacesAreUnderWay() {
        end("1");

        await().untilAsserted(() -> assertThat(underWay).containsKey("5"));
        assertThat(underWay).hasSize(PLACES + 1);
    }

    @Test
    void whatIsUnderWayIsWaitedForAtTheEnd() {
        claiming.stop();
        assertThat(inFlight.awaitEnd(NOT_YET)).isFalse();

        List.of("1", "2", "3", "4").forEach(this::end);

        assertThat(inFlight.awaitEnd(NO_BEAT)).isTrue();
        assertThat(underWay).hasSize(PLACES);
    }

    private void end(String name) {
        underWay.get(name).complete(null);
    }
}
