package org.tongbao.review.review.domain;

/** Why an action on a review is refused. */
public enum Refusal {
    /** There is no such review, or the person may not know of it. */
    UNKNOWN,
    /** Somebody changed it since the person read it. */
    STALE,
    ALREADY_CONCLUDED,
    /** Another authority's turn. */
    NOT_YOUR_REVIEW,
    /** Who reported, approved or filed cannot review. */
    SELF_REVIEW,
    CLAIMED_BY_ANOTHER,
    NOT_CLAIMED,
    /** The limit has not passed, so nobody may take it over. */
    NOT_OVERDUE,
    /** Somebody else follows in the chain, or nobody does. */
    NOT_NEXT
}
