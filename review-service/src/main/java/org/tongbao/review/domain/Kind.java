package org.tongbao.review.domain;

/** What is reviewed. */
public enum Kind {
    /** 等級審核. */
    LEVEL,
    /** 結案審核, or where the procedure knows none, the receipt of a 結報. */
    CLOSING
}
