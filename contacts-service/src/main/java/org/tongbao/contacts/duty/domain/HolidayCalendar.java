package org.tongbao.contacts.duty.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tongbao.contacts.people.domain.BookItem;

/**
 * 國定假日, as far as rotations of the agency ask for them: whole days in the zone of each roster.
 *
 * @param name such as {@code 2027}
 * @param days one after the other
 */
public record HolidayCalendar(String name, List<Holiday> days) implements BookItem {
    public HolidayCalendar {
        days = days.stream().sorted(Comparator.comparing(Holiday::date)).toList();
    }

    /** A day with its name. */
    public record Holiday(LocalDate date, String name) {}

    Stream<LocalDate> dates() {
        return days.stream().map(Holiday::date);
    }
}
