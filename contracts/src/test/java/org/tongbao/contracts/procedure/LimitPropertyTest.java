package org.tongbao.contracts.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Compares the limits with a slow calculation that only ever walks from one day to the next. */
class LimitPropertyTest {
    private static final long FROM = Instant.parse("2019-01-01T00:00:00Z").getEpochSecond();
    private static final long TO = Instant.parse("2048-12-31T00:00:00Z").getEpochSecond();

    @Property(tries = 3000)
    void monthsEndWhereAWalkThroughTheCalendarEnds(
            @ForAll("instants") Instant anchor,
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(min = 1, max = 30) int n) {
        LocalDate lastDay = walkMonths(dayOf(anchor, zone), n);

        assertThat(new Limit.Months(n).dueAt(anchor, zone)).isEqualTo(firstSecondAfter(lastDay, zone));
    }

    @Property(tries = 1000)
    void inclusiveDaysEndWhereCountingThemEnds(
            @ForAll("instants") Instant anchor,
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(min = 1, max = 60) int n) {
        LocalDate day = dayOf(anchor, zone);
        for (int counted = 1; counted < n; counted++) {
            day = nextDay(day);
        }

        assertThat(new Limit.InclusiveDays(n).dueAt(anchor, zone)).isEqualTo(firstSecondAfter(day, zone));
    }

    @Property(tries = 1000)
    void hoursAreAsManySecondsAsTheyAreInEveryZone(
            @ForAll("instants") Instant anchor,
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(min = 1, max = 10_000_000) int seconds) {
        Instant due = new Limit.Hours(Duration.ofSeconds(seconds)).dueAt(anchor, zone);

        assertThat(due.getEpochSecond() - anchor.getEpochSecond()).isEqualTo(seconds);
    }

    @Property(tries = 1000)
    void warningsComeInOrderBeforeTheEnd(
            @ForAll("limits") Limit limit, @ForAll("instants") Instant anchor, @ForAll("zones") ZoneId zone) {
        List<Instant> points = new ArrayList<>(List.of(anchor));
        Stream.of(50, 75, 90)
                .map(percent -> limit.percentAt(percent, anchor, zone))
                .forEach(points::add);
        points.add(limit.dueAt(anchor, zone));

        assertThat(points).isSorted().doesNotHaveDuplicates();
        long whole = points.get(4).toEpochMilli() - anchor.toEpochMilli();
        assertThat(points.get(1).toEpochMilli() - anchor.toEpochMilli()).isBetween(whole / 2 - 1, whole / 2 + 1);
    }

    @Property(tries = 1000)
    void anExtendedPeriodEndsOnAWorkingDayAndNeverEarlier(
            @ForAll("instants") Instant anchor,
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(min = 1, max = 30) int n) {
        Limit limit = new Limit.Months(n);

        Instant extended = limit.extendedDueAt(anchor, zone, Holidays.WEEKENDS_ONLY);

        assertThat(extended).isAfterOrEqualTo(limit.dueAt(anchor, zone));
        assertThat(dayOf(extended.minusMillis(1), zone).getDayOfWeek().getValue())
                .isLessThanOrEqualTo(5);
    }

    /** 民法 §121: the day before the one that corresponds to the first day, or the month's last day. */
    private static LocalDate walkMonths(LocalDate anchorDay, int months) {
        LocalDate first = nextDay(anchorDay);
        LocalDate day = first;
        int monthsPassed = 0;
        while (true) {
            LocalDate next = nextDay(day);
            if (next.getDayOfMonth() == 1) {
                monthsPassed++;
            }
            boolean corresponds = monthsPassed == months && next.getDayOfMonth() == first.getDayOfMonth();
            boolean monthIsOver = monthsPassed > months;
            if (corresponds || monthIsOver) {
                return day;
            }
            day = next;
        }
    }

    /** Calendar arithmetic by hand, so that no method of the tested code's library is trusted twice. */
    private static LocalDate nextDay(LocalDate day) {
        int[] lengths = {31, leap(day.getYear()) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        if (day.getDayOfMonth() < lengths[day.getMonthValue() - 1]) {
            return LocalDate.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth() + 1);
        }
        return day.getMonthValue() < 12
                ? LocalDate.of(day.getYear(), day.getMonthValue() + 1, 1)
                : LocalDate.of(day.getYear() + 1, 1, 1);
    }

    private static boolean leap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** The first instant whose local day is a later one, found by halving the time in which it must lie. */
    private static Instant firstSecondAfter(LocalDate day, ZoneId zone) {
        long before = day.toEpochDay() * 86_400L - 86_400L;
        long after = before + 5 * 86_400L;
        while (after - before > 1) {
            long middle = (before + after) / 2;
            if (dayOf(Instant.ofEpochSecond(middle), zone).isAfter(day)) {
                after = middle;
            } else {
                before = middle;
            }
        }
        return Instant.ofEpochSecond(after);
    }

    private static LocalDate dayOf(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(FROM, TO).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Asia/Taipei",
                        "UTC",
                        "Europe/Berlin",
                        "America/New_York",
                        "Asia/Beirut",
                        "Africa/Cairo",
                        "America/Santiago",
                        "Australia/Lord_Howe")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Limit> limits() {
        Arbitrary<Limit> hours =
                Arbitraries.longs().between(10, 300_000).map(s -> new Limit.Hours(Duration.ofSeconds(s)));
        Arbitrary<Limit> months = Arbitraries.integers().between(1, 24).map(Limit.Months::new);
        Arbitrary<Limit> days = Arbitraries.integers().between(2, 30).map(Limit.InclusiveDays::new);
        return Arbitraries.oneOf(hours, months, days);
    }
}
