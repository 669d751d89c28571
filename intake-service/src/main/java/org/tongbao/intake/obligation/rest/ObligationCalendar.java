package org.tongbao.intake.obligation.rest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.obligation.domain.IncidentObligation;
import org.tongbao.intake.rest.ObligationView;

/** The open limits of an incident as iCalendar (RFC 5545): number and clause, no content of the incident. */
final class ObligationCalendar {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String LINE = "\r\n";

    private ObligationCalendar() {}

    static String of(Incident incident, Instant now) {
        StringBuilder calendar = new StringBuilder();
        add(calendar, "BEGIN:VCALENDAR");
        add(calendar, "VERSION:2.0");
        add(calendar, "PRODID:-//Tongbao//intake//EN");
        incident.obligations().stream()
                .filter(it -> it.dueAt() != null && it.state().owed())
                .forEach(it -> event(calendar, incident, it, now));
        add(calendar, "END:VCALENDAR");
        return calendar.toString();
    }

    private static void event(StringBuilder calendar, Incident incident, IncidentObligation it, Instant now) {
        String name = ObligationView.Name.of(incident.procedure(), it.key()).zh();
        add(calendar, "BEGIN:VEVENT");
        add(calendar, "UID:" + incident.id() + "-" + it.key() + "@tongbao");
        add(calendar, "DTSTAMP:" + UTC.format(now));
        add(calendar, "DTSTART:" + (it.dueAt() == null ? "" : UTC.format(it.dueAt())));
        add(calendar, "SUMMARY:" + escape(incident.number().value() + " " + name + " " + it.clause()));
        add(calendar, "END:VEVENT");
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
    }

    private static void add(StringBuilder calendar, String line) {
        calendar.append(line).append(LINE);
    }
}
