package org.tongbao.contacts.duty.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * ContactsByName who take turns.
 *
 * @param participants in the order of their turns; a person may have more than one
 * @param starts the day on which the first turn starts, at the time of the hand-off
 * @param handOff wall-clock time, to the minute
 * @param until the day on which the last turn ends, at the time of the hand-off; null while it is open
 * @param windows when it has somebody; empty for always
 */
public record Layer(
        @Nullable String name,
        List<UUID> participants,
        Cadence every,
        LocalDate starts,
        LocalTime handOff,
        @Nullable LocalDate until,
        List<Window> windows,
        HolidayRule holidays) {
    // Further than any place ever put its clock, so that no turn or window that reaches into a interval is overlooked.
    private static final int DAYS_AROUND = 2;

    public Layer {
        participants = List.copyOf(participants);
        windows = List.copyOf(windows);
    }

    List<OnCallInterval> within(Interval interval, WallClock clock, Set<LocalDate> publicHolidays) {
        List<OnCallInterval> turns = turns(interval, clock);
        if (windows.isEmpty() && holidays == HolidayRule.ANY) {
            return turns;
        }
        Intervals open = Intervals.of(openTimes(interval, clock, publicHolidays));
        List<OnCallInterval> kept = new ArrayList<>();
        turns.forEach(
                turn -> open.within(turn.interval()).forEach(it -> kept.add(new OnCallInterval(turn.contact(), it))));
        return kept;
    }

    private List<OnCallInterval> turns(Interval interval, WallClock clock) {
        LocalDateTime first = starts.atTime(handOff);
        LocalDateTime last = until == null ? LocalDateTime.MAX : until.atTime(handOff);
        LocalDateTime around = clock.at(interval.from()).minusDays(DAYS_AROUND);
        long number = Math.max(0, Math.floorDiv(first.until(around, ChronoUnit.MINUTES), every.minutes()));
        List<OnCallInterval> turns = new ArrayList<>();
        LocalDateTime start = first.plusMinutes(number * every.minutes());
        while (start.isBefore(last) && clock.starts(start).isBefore(interval.until())) {
            LocalDateTime end = start.plusMinutes(every.minutes());
            UUID contact = participants.get((int) (number % participants.size()));
            clock.between(start, end.isBefore(last) ? end : last)
                    .within(interval)
                    .ifPresent(it -> turns.add(new OnCallInterval(contact, it)));
            start = end;
            number++;
        }
        return turns;
    }

    private List<Interval> openTimes(Interval interval, WallClock clock, Set<LocalDate> publicHolidays) {
        List<Window> hours = windows.isEmpty() ? List.of(Window.ALL_DAY) : windows;
        LocalDate end = clock.at(interval.until()).toLocalDate().plusDays(DAYS_AROUND);
        LocalDate day = clock.at(interval.from()).toLocalDate().minusDays(DAYS_AROUND);
        List<Interval> open = new ArrayList<>();
        for (; day.isBefore(end); day = day.plusDays(1)) {
            LocalDate date = day;
            if (holidays.holds(publicHolidays.contains(date))) {
                hours.stream()
                        .filter(it -> it.isOn(date))
                        .forEach(it -> open.add(clock.between(it.startsOn(date), it.endsAfter(date))));
            }
        }
        return open;
    }
}
