package org.tongbao.intake.obligation.usecase;

import java.time.Instant;
import org.tongbao.intake.incident.domain.Incident;

/** The open limits of an incident as a calendar: number, name and clause, no content of the incident. */
public interface ObligationCalendar {
    String of(Incident incident, Instant now);
}
