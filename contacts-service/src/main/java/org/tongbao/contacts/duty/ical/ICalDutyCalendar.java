package org.tongbao.contacts.duty.ical;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.tongbao.contacts.duty.domain.DutyAssignment;
import org.tongbao.contacts.duty.usecase.DutyCalendar;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.platform.ical.CalendarText;

/**
 * One event a assignment, in UTC, so that no program has to know a zone; the same assignment keeps its UID. No METHOD: that would be an
 * invitation by somebody (RFC 5546), and this is a calendar to look at.
 */
@ApplicationScoped
class ICalDutyCalendar implements DutyCalendar {
    @Override
    public String of(ContactBook book, List<DutyAssignment> assignments, Instant now) {
        String agency = book.agency().value();
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Tongbao//Duty//ZH-TW"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", "值勤 " + agency));
        assignments.forEach(it -> calendar.add(event(book, it, now)));
        return CalendarText.of(calendar);
    }

    private static VEvent event(ContactBook book, DutyAssignment assignment, Instant now) {
        VEvent event = new VEvent(false);
        event.add(new Uid("%s-%s-%d@%s.tongbao"
                .formatted(
                        assignment.role().key(),
                        assignment.contact(),
                        assignment.from().getEpochSecond(),
                        book.agency().value().toLowerCase(java.util.Locale.ROOT))));
        event.add(new DtStamp(now));
        event.add(new DtStart<>(assignment.from()));
        event.add(new DtEnd<>(assignment.until()));
        String name = book.contact(assignment.contact()).map(Contact::name).orElse("");
        event.add(new Summary("值勤：%s %s（%s）"
                .formatted(
                        assignment.role().text().chinese(), name, book.agency().value())));
        return event;
    }
}
