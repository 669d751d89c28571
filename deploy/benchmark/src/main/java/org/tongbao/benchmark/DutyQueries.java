package org.tongbao.benchmark;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** Who is on duty, asked of contacts-service for random agencies and random instants of the time that is published. */
final class DutyQueries {
    private static final Duration PUBLISHED = Duration.ofDays(35);

    private final ServiceClient client;
    private final List<DutyCaller> callers;
    private final Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Random random = new Random(1);

    /** A caller and the agency that it asks for. */
    record DutyCaller(String token, String agency) {}

    DutyQueries(ServiceClient client, List<DutyCaller> callers) {
        this.client = client;
        this.callers = callers;
    }

    /** Fails when it is not a rotation that says who is on duty. */
    Future<Void> query() {
        DutyCaller caller = callers.get(random.nextInt(callers.size()));
        Instant at = from.plusSeconds(random.nextInt(Math.toIntExact(PUBLISHED.toSeconds())));
        return client.get("agencies/" + caller.agency() + "/duty?at=" + at, caller.token())
                .compose(response -> {
                    if (!response.requireSuccess().body().contains("\"by\":\"rotation\"")) {
                        throw new IllegalStateException("nobody by rotation: " + response.body());
                    }
                    return Future.succeededFuture();
                });
    }
}
