package org.tongbao.contracts.event;

import java.util.UUID;

/** Payload of an event whose key is an incident. */
public interface IncidentPayload {
    UUID incidentId();
}
