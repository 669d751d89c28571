package org.tongbao.review.review.domain;

public enum Status {
    OPEN,
    /** The limit has passed without a decision; it stays on record even when the level is changed afterwards. */
    OVERDUE,
    CONCLUDED;

    public boolean pending() {
        return this != CONCLUDED;
    }
}
