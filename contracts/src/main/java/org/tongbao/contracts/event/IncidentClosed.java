package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** 結案: the closing was received, or passed its review where the procedure asks for one. */
public record IncidentClosed(UUID incidentId, Instant closedAt) implements IncidentPayload {}
