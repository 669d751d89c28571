package org.tongbao.review.review.domain;

/** What may be wrong with a decision of a given review. */
public enum DecisionFault {
    OUTCOME_NOT_FOR_THIS_REVIEW,
    /** A new level is needed. */
    LEVEL_MISSING,
    /** The new level is the one on record. */
    LEVEL_UNCHANGED,
    /** Confirmed, but with another level than the one on record. */
    LEVEL_DIFFERS,
    LEVEL_NOT_FOR_A_CLOSING,
    BASIS_MISSING
}
