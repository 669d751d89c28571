package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;

/**
 * 結報: the agency filed the closing.
 *
 * @param filedBy subject of the token that filed; it must not receive or review the closing
 */
public record ClosingFiled(UUID incidentId, String filedBy, Instant filedAt) implements IncidentPayload {}
