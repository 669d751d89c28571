package org.tongbao.review.domain;

/** Whether something else is affected, in the reviewer's judgement. */
public enum Finding {
    NONE,
    AFFECTED,
    UNKNOWN
}
