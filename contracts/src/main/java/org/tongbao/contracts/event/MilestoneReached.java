package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;

/**
 * 損害控制, 復原: the response reached a milestone.
 *
 * @param milestone {@code INITIALLY_CONTAINED, CONTAINED, RECOVERED}
 * @param at when it was reached, as stated
 * @param recordedAt when it was entered
 */
public record MilestoneReached(UUID incidentId, String milestone, Instant at, Instant recordedAt)
        implements IncidentPayload {}
