package org.tongbao.contracts.procedure;

/** What happens that somebody must be told of; each names the event it is read from. */
public enum Occasion implements Keyed {
    /** {@code tongbao.incident.reported.v1}. */
    INCIDENT_REPORTED,
    /** {@code tongbao.incident.level-changed.v1}, from a level the rule does not name to one it names. */
    LEVEL_RAISED,
    /** {@code tongbao.incident.level-changed.v1}, whichever way. */
    LEVEL_CHANGED,
    /** Each agency of {@code reported.affectedAgencies}, and {@code tongbao.incident.affected-agency-named.v1}. */
    AFFECTED_AGENCY_NAMED,
    /** {@code tongbao.review.opened.v1} of kind {@code LEVEL}. */
    REVIEW_OPENED,
    /** {@code tongbao.review.concluded.v1} of kind {@code LEVEL}. */
    LEVEL_DECIDED,
    /** {@code tongbao.review.missed.v1}. */
    REVIEW_MISSED,
    /** {@code tongbao.review.taken-over.v1}. */
    REVIEW_TAKEN_OVER,
    /** {@code tongbao.review.information-requested.v1}. */
    INFORMATION_REQUESTED,
    /** An acknowledgement of a notice of this incident: what {@code tongbao.notice.acknowledged.v1} says. */
    NOTICE_ACKNOWLEDGED,
    /** The first {@code tongbao.incident.milestone-reached.v1} that says {@code CONTAINED} or {@code RECOVERED}. */
    DAMAGE_CONTROLLED,
    /** {@code tongbao.incident.obligation-progressed.v1}: {@code WARNED}. */
    OBLIGATION_WARNED,
    /** {@code tongbao.incident.obligation-progressed.v1}: {@code OVERDUE}. */
    OBLIGATION_OVERDUE,
    /** {@code tongbao.incident.obligation-progressed.v1}: {@code MET} or {@code MET_LATE}. */
    OBLIGATION_MET,
    /** {@code tongbao.incident.closing-filed.v1}. */
    CLOSING_FILED,
    /** {@code tongbao.review.concluded.v1} of kind {@code CLOSING}. */
    CLOSING_DECIDED,
    /** {@code tongbao.incident.closed.v1}. */
    CLOSED
}
