package org.tongbao.contacts.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttestationScheduleTest {
    private static final Instant UNTIL = Instant.parse("2027-02-28T16:00:00Z");

    @Test
    void remindersComeFourteenAndThreeDaysBeforeThenInTimeAndThenEveryWeek() {
        List<Long> days = new ArrayList<>();
        Instant now = UNTIL.minus(Duration.ofDays(40));
        for (int i = 0; i < 6; i++) {
            now = AttestationSchedule.reminderAfter(UNTIL, now);
            days.add(Duration.between(UNTIL, now).toDays());
        }

        assertThat(days).containsExactly(-14L, -3L, 0L, 7L, 14L, 21L);
    }

    @Test
    void whoWasAwayForLongIsRemindedOfWhatComesNextAndNotOfAllThatPassed() {
        Instant now = UNTIL.plus(Duration.ofDays(30));

        assertThat(AttestationSchedule.reminderAfter(UNTIL, now)).isEqualTo(UNTIL.plus(Duration.ofDays(35)));
    }
}
