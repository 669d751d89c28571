package org.tongbao.local;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long to wait before a service that died is started again, and when to stop trying.
 *
 * @param pauses before the first restart, the second, …; after the last one it is given up
 * @param settled how long a service must have lived so that its next death counts as the first again
 */
record RestartPolicy(List<Duration> pauses, Duration settled) {
    static final RestartPolicy USUAL = new RestartPolicy(
            List.of(
                    Duration.ofMillis(500),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10)),
            Duration.ofMinutes(1));

    RestartPolicy {
        pauses = List.copyOf(pauses);
    }

    /**
     * @param deathInARow 1 for the first
     */
    Optional<Duration> pauseAfter(int deathInARow) {
        return deathInARow <= pauses.size() ? Optional.of(pauses.get(deathInARow - 1)) : Optional.empty();
    }
}
