package org.tongbao.intake.domain;

/** Why a change of a case is not possible. */
public enum Refusal {
    /** No such case, or none that the caller may know of. */
    UNKNOWN_INCIDENT,
    /** The caller may see the case, but it is another agency's to change. */
    NOT_YOURS,
    /** The report is for an agency that the caller may not report for. */
    FOREIGN_AGENCY,
    /** No such agency is known. */
    UNKNOWN_AGENCY,
    /** A page was asked for that no list of ours leads to. */
    WRONG_CURSOR,
    /** Somebody changed it since it was read. */
    STALE,
    CLOSED,
    CLOSING_ALREADY_FILED,
    MILESTONE_ALREADY_REACHED,
    SAME_LEVEL,
    /** The agency itself, or one named before. */
    AFFECTED_ALREADY_NAMED,
    /** The procedure asks for nothing of this kind here. */
    NOTHING_TO_SIGN
}
