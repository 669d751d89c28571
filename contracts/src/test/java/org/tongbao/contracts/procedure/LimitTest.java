package org.tongbao.contracts.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongbao.contracts.requirement.Requirement;

class LimitTest {
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    @ParameterizedTest(name = "aware {0}: {1} ends with {2}")
    @CsvSource({
        "2026-01-30, 1, 2026-02-28",
        "2026-03-05, 1, 2026-04-05",
        "2026-02-28, 1, 2026-03-31",
        "2026-04-30, 1, 2026-05-31",
        "2026-11-20, 1, 2026-12-20",
        "2028-01-30, 1, 2028-02-29",
        "2028-01-29, 1, 2028-02-29",
        "2026-12-31, 1, 2027-01-31",
        "2026-08-30, 6, 2027-02-28",
        "2026-03-05, 24, 2028-03-05",
        "2026-02-28, 24, 2028-02-29"
    })
    @Requirement("S2-40")
    void monthsFollowTheCivilCode(LocalDate aware, int months, LocalDate lastDay) {
        Instant anchor = aware.atTime(8, 20).atZone(TAIPEI).toInstant();

        Instant due = new Limit.Months(months).dueAt(anchor, TAIPEI);

        assertThat(due).isEqualTo(lastDay.plusDays(1).atStartOfDay(TAIPEI).toInstant());
    }

    @Test
    void theHourOfAwarenessDoesNotMoveTheMonth() {
        Limit month = new Limit.Months(1);

        Instant early = month.dueAt(at("2026-01-30T00:00+08:00"), TAIPEI);
        Instant late = month.dueAt(at("2026-01-30T23:59:59+08:00"), TAIPEI);

        assertThat(early).isEqualTo(late).isEqualTo(at("2026-03-01T00:00+08:00"));
    }

    @Test
    @Requirement("S2-17")
    void theDayOfTheReportIsDayOne() {
        Instant due = new Limit.InclusiveDays(3).dueAt(at("2026-11-20T23:59+08:00"), TAIPEI);

        assertThat(due).isEqualTo(at("2026-11-23T00:00+08:00"));
    }

    @Test
    @Requirement({"S2-26", "S2-27"})
    void hoursRunThroughNightAndWeekend() {
        Instant friday = at("2026-11-20T08:20+08:00");

        assertThat(hours(36).dueAt(friday, TAIPEI)).isEqualTo(at("2026-11-21T20:20+08:00"));
        assertThat(hours(72).dueAt(friday, TAIPEI)).isEqualTo(at("2026-11-23T08:20+08:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-28T22:00+01:00, 2026-03-29T11:00+02:00",
        "Europe/Berlin, 2026-10-24T22:00+02:00, 2026-10-25T09:00+01:00",
        "America/New_York, 2026-03-07T20:00-05:00, 2026-03-08T09:00-04:00"
    })
    void hoursAreHoursWhenTheClocksChange(String zone, String anchor, String due) {
        assertThat(hours(12).dueAt(at(anchor), ZoneId.of(zone))).isEqualTo(at(due));
    }

    @Test
    void aDayMayBeginAfterMidnight() {
        ZoneId beirut = ZoneId.of("Asia/Beirut");

        Instant due = new Limit.InclusiveDays(1).dueAt(at("2026-03-28T12:00+02:00"), beirut);

        assertThat(due).isEqualTo(at("2026-03-29T01:00+03:00"));
    }

    @Test
    void percentsArePartsOfTheWholeTime() {
        Instant anchor = at("2026-11-20T08:20+08:00");

        assertThat(hours(36).percentAt(50, anchor, TAIPEI)).isEqualTo(at("2026-11-21T02:20+08:00"));
        assertThat(hours(36).percentAt(75, anchor, TAIPEI)).isEqualTo(at("2026-11-21T11:20+08:00"));
        assertThat(hours(36).percentAt(90, anchor, TAIPEI)).isEqualTo(at("2026-11-21T16:44+08:00"));
        assertThat(new Limit.InclusiveDays(1).percentAt(50, anchor, TAIPEI)).isEqualTo(at("2026-11-20T16:10+08:00"));
    }

    @ParameterizedTest(name = "a period that ends with {0} is extended to {1}")
    @CsvSource({
        "2026-12-18, 2026-12-19T00:00+08:00",
        "2026-12-19, 2026-12-21T12:00+08:00",
        "2026-12-20, 2026-12-22T00:00+08:00",
        "2026-12-25, 2026-12-28T12:00+08:00",
        "2026-12-31, 2027-01-01T00:00+08:00",
        "2027-01-01, 2027-01-04T12:00+08:00"
    })
    void aPeriodThatEndsOnADayOffIsExtended(LocalDate lastDay, String extended) {
        Holidays holidays = new Holidays(Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1)));
        Instant anchor = lastDay.atTime(12, 0).atZone(TAIPEI).toInstant();

        Limit untilThatDay = new Limit.InclusiveDays(1);

        assertThat(untilThatDay.extendedDueAt(anchor, TAIPEI, holidays)).isEqualTo(at(extended));
        assertThat(untilThatDay.dueAt(anchor, TAIPEI))
                .isEqualTo(lastDay.plusDays(1).atStartOfDay(TAIPEI).toInstant());
    }

    @Test
    void aHolidayMondayAfterASaturdayGivesTheWholeTuesday() {
        Holidays holidays = new Holidays(Set.of(LocalDate.of(2026, 12, 21)));

        Instant extended = holidays.extend(LocalDate.of(2026, 12, 19), TAIPEI);

        assertThat(extended).isEqualTo(at("2026-12-23T00:00+08:00"));
    }

    @Test
    void hoursAreNeverExtended() {
        Instant friday = at("2026-11-20T08:20+08:00");

        assertThat(hours(36).extendedDueAt(friday, TAIPEI, Holidays.WEEKENDS_ONLY))
                .isEqualTo(hours(36).dueAt(friday, TAIPEI));
    }

    @Test
    void aLimitTakesTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit.Hours(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit.Months(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit.InclusiveDays(0));
    }

    private static Limit hours(int hours) {
        return new Limit.Hours(Duration.ofHours(hours));
    }

    private static Instant at(String time) {
        return ZonedDateTime.parse(time).toInstant();
    }
}
