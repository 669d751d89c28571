package org.tongbao.intake.obligation.domain;

/** The state of an obligation. */
public enum ObligationState {
    /** Its anchor is not known yet. */
    WAITING,
    OPEN,
    /** Missed, and still owed. It never becomes {@link #OPEN} or {@link #MET} again. */
    OVERDUE,
    MET,
    MET_LATE,
    /** The level or the facts changed, and it is not owed any more. */
    LAPSED;

    /** Whether a new level or fact still changes its limit. */
    public boolean limitMoves() {
        return this == WAITING || this == OPEN || this == LAPSED;
    }

    public boolean owed() {
        return this == WAITING || this == OPEN || this == OVERDUE;
    }
}
