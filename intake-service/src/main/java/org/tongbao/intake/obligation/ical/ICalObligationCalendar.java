package org.tongbao.intake.obligation.ical;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.obligation.domain.IncidentObligation;
import org.tongbao.intake.obligation.usecase.ObligationCalendar;
import org.tongbao.platform.ical.CalendarText;

/** One event a limit, in UTC; the same limit keeps its UID when it moves. */
@ApplicationScoped
class ICalObligationCalendar implements ObligationCalendar {
    @Override
    public String of(Incident incident, Instant now) {
        Calendar calendar = new Calendar();
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new ProdId("-//Tongbao//intake//EN"));
        for (IncidentObligation obligation : incident.obligations()) {
            Instant due = obligation.dueAt();
            if (due != null && obligation.state().owed()) {
                calendar.add(event(incident, obligation, due, now));
            }
        }
        return CalendarText.of(calendar);
    }

    private static VEvent event(Incident incident, IncidentObligation obligation, Instant due, Instant now) {
        String name = incident.procedure()
                .obligation(obligation.key())
                .map(rule -> rule.name().chinese())
                .orElse(obligation.key());
        VEvent event = new VEvent(false);
        event.add(new Uid(incident.id() + "-" + obligation.key() + "@tongbao"));
        event.add(new DtStamp(now));
        event.add(new DtStart<>(due));
        event.add(new Summary(incident.number().value() + " " + name + " " + obligation.clause()));
        return event;
    }
}
