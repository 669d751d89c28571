package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;

/**
 * 核可: the report was approved after it had been sent.
 *
 * @param approvedBy subject of the token that approved; it must not review the incident
 */
public record ReportApproved(UUID incidentId, String approvedBy, Instant approvedAt) implements IncidentPayload {}
