package org.tongbao.contacts.duty.usecase;

import java.time.Instant;
import java.util.List;
import org.tongbao.contacts.duty.domain.DutyAssignment;
import org.tongbao.contacts.people.domain.ContactBook;

/** Turns as a calendar that phones and mail programs read. */
public interface DutyCalendar {
    String of(ContactBook book, List<DutyAssignment> assignments, Instant now);
}
