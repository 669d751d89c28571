package org.tongbao.escalation.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Crockford;

class RetryScheduleTest {
    @Test
    void soonAtFirstThenEveryFiveMinutes() {
        Duration since = Duration.ZERO;
        List<Long> attempts = new ArrayList<>(List.of(0L));
        for (int attempt = 1; attempt <= 8; attempt++) {
            since = since.plus(RetrySchedule.pauseAfter(attempt, 0.5));
            attempts.add(since.toSeconds());
        }

        assertThat(attempts).containsExactly(0L, 15L, 30L, 60L, 120L, 180L, 300L, 600L, 900L);
    }

    @Test
    void longPausesAreSpread() {
        assertThat(RetrySchedule.pauseAfter(9, 0)).isEqualTo(Duration.ofSeconds(270));
        assertThat(RetrySchedule.pauseAfter(9, 1)).isEqualTo(Duration.ofSeconds(330));
    }

    @Test
    void aCodeIsReadHoweverItIsTyped() {
        assertThat(Crockford.normal("o1i-l 2b")).isEqualTo("01112B");
        assertThat(Crockford.encode(0x3FFFFFFFL, 6)).isEqualTo("ZZZZZZ");
    }
}
