package org.tongbao.contacts.calendar.ical;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
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
import org.tongbao.contacts.calendar.usecase.DutyCalendar;
import org.tongbao.contacts.duty.domain.DutyAssignment;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactBook;

/**
 * One event a assignment, in UTC, so that no program has to know a zone; the same assignment keeps its UID. No METHOD: that would be an
 * invitation by somebody (RFC 5546), and this is a calendar to look at.
 */
@ApplicationScoped
class ICalDutyCalendar implements DutyCalendar {
    private static final String BREAK = "\r\n";
    private static final int LONGEST = 75;

    @Override
    public String of(ContactBook book, List<DutyAssignment> assignments, Instant now) {
        String agency = book.agency().value();
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Tongbao//Duty//ZH-TW"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", "值勤 " + agency));
        assignments.forEach(it -> calendar.add(event(book, it, now)));
        return text(calendar);
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

    private static String text(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter().output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded(text.toString());
    }

    // The library folds by characters, in the middle of one beyond the basic plane too; RFC 5545 asks for 75 octets.
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int octets = 0;
        for (int character : text.replace(BREAK + " ", "").codePoints().toArray()) {
            int length = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (character != '\r' && character != '\n' && octets + length > LONGEST) {
                folded.append(BREAK).append(' ');
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets = character == '\n' ? 0 : octets + length;
        }
        return folded.toString();
    }
}
