package org.tongbao.contracts.event;

/**
 * A kind of event.
 *
 * @param name the wire name, a literal such as {@code tongbao.incident.reported.v1}
 * @param topic where it is published
 * @param payload the record it carries
 */
public record EventType<T extends Record>(String name, String topic, Class<T> payload) {}
