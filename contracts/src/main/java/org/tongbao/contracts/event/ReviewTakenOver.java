package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** 逕行複核: the next authority reviews in place of the one that missed its limit. */
public record ReviewTakenOver(
        UUID incidentId, UUID reviewId, String from, String by, String reviewer, Instant takenOverAt)
        implements IncidentPayload {}
