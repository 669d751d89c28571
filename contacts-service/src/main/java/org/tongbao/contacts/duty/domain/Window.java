package org.tongbao.contacts.duty.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hours of some days of the week.
 *
 * @param days on which it starts
 * @param until exclusive; not after {@code from} means on the day after, so 00:00 to 00:00 is a whole day
 */
public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
    static final Window ALL_DAY = new Window(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    public Window {
        days = Set.copyOf(days);
    }

    boolean isOn(LocalDate date) {
        return days.contains(date.getDayOfWeek());
    }

    LocalDateTime startsOn(LocalDate date) {
        return date.atTime(from);
    }

    LocalDateTime endsAfter(LocalDate date) {
        return (until.isAfter(from) ? date : date.plusDays(1)).atTime(until);
    }

    /** Whether both hold at some time of a week. */
    public boolean overlaps(Window other) {
        return days.stream().anyMatch(mine -> other.days.stream()
                .anyMatch(theirs -> overlaps(start(mine), other, other.start(theirs))));
    }

    private boolean overlaps(int start, Window other, int otherStart) {
        int ahead = Math.floorMod(otherStart - start, WEEK);
        return ahead < minutes() || WEEK - ahead < other.minutes();
    }

    private int start(DayOfWeek day) {
        return (day.getValue() - 1) * DAY + minuteOf(from);
    }

    private int minutes() {
        int minutes = minuteOf(until) - minuteOf(from);
        return minutes > 0 ? minutes : minutes + DAY;
    }

    private static int minuteOf(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }
}
