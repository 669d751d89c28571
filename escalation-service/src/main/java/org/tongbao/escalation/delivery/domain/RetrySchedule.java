package org.tongbao.escalation.delivery.domain;

import java.time.Duration;
import java.util.List;

/** When a message that was not accepted is tried again: soon at first, then every five minutes. */
public final class RetrySchedule {
    /** After this long no relay has accepted it: the second relay goes first, and somebody calls. */
    public static final Duration SLOW = Duration.ofMinutes(3);

    /** After this long it counts as refused. */
    public static final Duration GIVEN_UP = Duration.ofHours(24);

    /** At most so many copies that a relay may have accepted. */
    public static final int COPIES = 5;

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(15),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5));
    private static final double JITTER = 0.2;

    private RetrySchedule() {}

    /**
     * The pause after the n-th attempt: tries at 0, 15 and 30 s, 1, 2, 3 (by the second relay) and 5
     * min, then every 5 min.
     *
     * @param attempts made so far, at least 1
     * @param random from 0 to 1; spreads the long pauses by a fifth
     */
    public static Duration pauseAfter(int attempts, double random) {
        int last = PAUSES.size() - 1;
        Duration pause = PAUSES.get(Math.min(attempts - 1, last));
        if (attempts - 1 < last) {
            return pause;
        }
        return pause.plusMillis(Math.round(pause.toMillis() * JITTER * (random - 0.5)));
    }
}
