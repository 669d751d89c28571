package org.tongbao.review.review.domain;

/** Possible outcomes of a review. */
public enum Outcome {
    CONFIRMED,
    /** 等級變更. */
    RELEVELED,
    /** 收悉: the closing was received, which is all a procedure without a closing review asks for. */
    RECEIVED,
    /** The closing passed its review. */
    ACCEPTED,
    /** 要求說明或調整: the agency files the closing again. */
    QUESTIONED
}
