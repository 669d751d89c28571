package org.tongbao.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class ClockTest {
    private static final Duration TOOK = Duration.ofMillis(4);

    private Duration setBy = Duration.ZERO;
    private final Clock clock = new Clock() {
        @Override
        protected Instant machine() {
            return super.machine().plus(setBy);
        }
    };

    @Test
    void whoSetsTheMachineMovesNothing() {
        Instant before = clock.now();

        setBy = Duration.ofHours(8);

        assertThat(clock.now()).isBetween(before, before.plus(Duration.ofHours(1)));
        assertThat(clock.machineAhead()).isGreaterThan(Duration.ofHours(7));
    }

    @Test
    void theDatabaseCounts() {
        Instant database = clock.now().plus(Duration.ofHours(3));

        Duration correction = clock.follow(database, System.nanoTime(), TOOK);

        assertThat(correction).isCloseTo(Duration.ofHours(3), Duration.ofMinutes(1));
        assertThat(clock.now()).isCloseTo(database, within(1, ChronoUnit.MINUTES));
    }

    @Test
    void anAnswerCorrectsNothingThatItsDelayExplains() {
        long asked = System.nanoTime();
        Instant database = clock.now().minusMillis(1);

        assertThat(clock.follow(database, asked, Duration.ofSeconds(30))).isZero();
    }
}
