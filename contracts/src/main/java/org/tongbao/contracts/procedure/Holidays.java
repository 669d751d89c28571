package org.tongbao.contracts.procedure;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Days on which offices are closed besides the weekend, and what they do to the end of a period (行政程序法 §48 IV).
 *
 * @param days holidays that fall on a working day of the week
 */
public record Holidays(Set<LocalDate> days) {
    public static final Holidays WEEKENDS_ONLY = new Holidays(Set.of());

    public Holidays {
        days = Set.copyOf(days);
    }

    /**
     * When a period whose last day is {@code lastDay} ends: a Sunday or holiday gives way to the next day, a Saturday to
     * the morning of the next Monday, which gives way in turn when it is a holiday.
     */
    public Instant extend(LocalDate lastDay, ZoneId zone) {
        LocalDate day = lastDay;
        boolean morningOnly = false;
        while (closed(day)) {
            morningOnly = morningOnly || day.getDayOfWeek() == DayOfWeek.SATURDAY;
            day = day.plusDays(1);
        }
        return morningOnly && day.getDayOfWeek() == DayOfWeek.MONDAY
                ? day.atTime(LocalTime.NOON).atZone(zone).toInstant()
                : day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private boolean closed(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY || days.contains(day);
    }
}
