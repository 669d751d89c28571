package org.tongbao.contacts.duty.domain;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WindowTest {
    @Test
    void windowsOverlapAcrossMidnightAndTheEndOfTheWeek() {
        Window sundayNight = window("22:00", "06:00", SUNDAY);

        assertThat(sundayNight.overlaps(window("05:59", "08:00", MONDAY))).isTrue();
        assertThat(window("05:59", "08:00", MONDAY).overlaps(sundayNight)).isTrue();
        assertThat(sundayNight.overlaps(window("06:00", "08:00", MONDAY))).isFalse();
        assertThat(sundayNight.overlaps(window("21:00", "22:00", SUNDAY))).isFalse();
    }

    @Test
    void wholeDaysTouchAndDoNotOverlap() {
        assertThat(window("08:00", "08:00", MONDAY).overlaps(window("08:00", "08:00", TUESDAY)))
                .isFalse();
        assertThat(window("08:00", "08:00", MONDAY).overlaps(window("07:59", "08:00", TUESDAY)))
                .isTrue();
        assertThat(window("09:00", "17:00", MONDAY, FRIDAY).overlaps(window("12:00", "13:00", FRIDAY)))
                .isTrue();
    }

    private static Window window(String from, String until, DayOfWeek... days) {
        return new Window(Set.of(days), LocalTime.parse(from), LocalTime.parse(until));
    }
}
