package org.tongbao.escalation.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-20T04:10:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT1H55M, 1 小時 55 分鐘, 1 hour 55 minutes",
        "PT2H, 2 小時, 2 hours",
        "PT1M, 1 分鐘, 1 minute",
        "PT59S, 不到 1 分鐘, less than a minute",
        "PT0S, 不到 1 分鐘, less than a minute",
        "PT49H, 2 天 1 小時, 2 days 1 hour",
        "PT24H, 1 天, 1 day",
        "PT-12M, 12 分鐘, 12 minutes",
        "PT-1S, 不到 1 分鐘, less than a minute",
    })
    void howLongItIsInWords(Duration span, String chinese, String english) {
        assertThat(DueTime.until(NOW.plus(span), NOW, Wording.CHINESE)).isEqualTo(chinese);
        assertThat(DueTime.until(NOW.plus(span), NOW, Wording.ENGLISH)).isEqualTo(english);
    }

    @Test
    void aTimeNamesDayAndZone() {
        var due = Instant.parse("2026-11-20T16:05:00Z");

        assertThat(DueTime.inFull(due, Wording.CHINESE)).isEqualTo("11月21日（週六）00:05（臺北時間，UTC+8）");
        assertThat(DueTime.inFull(due, Wording.ENGLISH)).isEqualTo("Sat 21 Nov 00:05 (Taipei, UTC+8)");
    }

    @Test
    void theSubjectNamesTheDayUnlessItIsToday() {
        assertThat(DueTime.inShort(Instant.parse("2026-11-20T06:05:00Z"), NOW, Wording.CHINESE))
                .isEqualTo("14:05");
        assertThat(DueTime.inShort(Instant.parse("2026-11-20T16:05:00Z"), NOW, Wording.CHINESE))
                .isEqualTo("11/21 00:05");
        assertThat(DueTime.inShort(Instant.parse("2026-11-20T16:05:00Z"), NOW, Wording.ENGLISH))
                .isEqualTo("21 Nov 00:05");
    }
}
