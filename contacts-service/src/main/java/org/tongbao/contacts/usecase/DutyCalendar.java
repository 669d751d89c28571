package org.tongbao.contacts.usecase;

import java.time.Instant;
import java.util.List;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.DutyAssignment;

/** Turns as a calendar that phones and mail programs read. */
public interface DutyCalendar {
    String of(ContactBook book, List<DutyAssignment> assignments, Instant now);
}
