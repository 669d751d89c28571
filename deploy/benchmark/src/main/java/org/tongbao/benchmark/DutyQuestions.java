package org.tongbao.benchmark;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** Who is on duty, asked of contacts-service for random agencies and random instants of the time that is published. */
final class DutyQuestions {
    private static final Duration PUBLISHED = Duration.ofDays(35);

    private final Door door;
    private final List<Asking> asking;
    private final Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Random random = new Random(1);

    /** A caller and the agency that it asks for. */
    record Asking(String token, String agency) {}

    DutyQuestions(Door door, List<Asking> asking) {
        this.door = door;
        this.asking = asking;
    }

    /** Fails when it is not a rotation that says who is on duty. */
    Future<Void> ask() {
        Asking caller = asking.get(random.nextInt(asking.size()));
        Instant at = from.plusSeconds(random.nextInt(Math.toIntExact(PUBLISHED.toSeconds())));
        return door.get("agencies/" + caller.agency() + "/duty?at=" + at, caller.token())
                .compose(answer -> {
                    if (!answer.demandSuccess().body().contains("\"by\":\"rotation\"")) {
                        throw new IllegalStateException("nobody by rotation: " + answer.body());
                    }
                    return Future.succeededFuture();
                });
    }
}
