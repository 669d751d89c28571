package org.tongbao.review.review.domain;

/** Whether something else is affected, in the reviewer's judgement. */
public enum Finding {
    NONE,
    AFFECTED,
    UNKNOWN
}
