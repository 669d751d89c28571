package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** 要求提供資料: the reviewer needs data or records to judge the level. */
public record InformationRequested(
        UUID incidentId, UUID reviewId, String authority, String what, String clause, Instant requestedAt)
        implements IncidentPayload {}
