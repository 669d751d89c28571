package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** 受影響機關: another affected agency was named after the report. */
public record AffectedAgencyNamed(UUID incidentId, String affectedAgency, String why, Instant namedAt)
        implements IncidentPayload {}
