package org.tongbao.contacts.duty.domain;

import java.time.LocalDate;
import java.util.Map;
import org.tongbao.contacts.people.domain.BookItem;

/**
 * 國定假日, as far as rotations of the agency ask for them: whole days in the zone of each roster.
 *
 * @param name such as {@code 2027}
 * @param days with their names
 */
public record HolidayCalendar(String name, Map<LocalDate, String> days) implements BookItem {
    public HolidayCalendar {
        days = Map.copyOf(days);
    }
}
