package org.tongbao.contacts.domain.people;

/** Something in an agency's book that people file, change and remove. */
public sealed interface Item
        permits Contact,
                Deputyship,
                Absence,
                Shift,
                Rotation,
                DutyOverride,
                DutySwap,
                HolidayCalendar,
                ContactAccount {}
