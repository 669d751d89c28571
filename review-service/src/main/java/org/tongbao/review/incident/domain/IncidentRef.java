package org.tongbao.review.incident.domain;

/**
 * The incident a review is about.
 *
 * @param number what people read and speak
 * @param agency whose incident it is
 * @param exercise in a drill
 */
public record IncidentRef(IncidentId id, String number, String agency, boolean exercise) {}
