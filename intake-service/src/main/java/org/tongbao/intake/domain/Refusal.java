package org.tongbao.intake.domain;

/** Why a request is refused. */
public enum Refusal {
    /** No such incident, or none visible to the caller. */
    UNKNOWN_INCIDENT,
    /** The incident is visible to the caller, but another agency's to change. */
    NOT_YOURS,
    /** The report is for an agency that the caller may not report for. */
    FOREIGN_AGENCY,
    /** No such agency is known. */
    UNKNOWN_AGENCY,
    /** The cursor is not one of ours. */
    WRONG_CURSOR,
    /** It was changed since it was read. */
    STALE,
    CLOSED,
    CLOSING_ALREADY_FILED,
    MILESTONE_ALREADY_REACHED,
    SAME_LEVEL,
    /** The agency itself, or one named before. */
    AFFECTED_ALREADY_NAMED,
    /** No such agency is known, so nobody could be told. */
    AFFECTED_UNKNOWN,
    /** The procedure asks for nothing of this kind here. */
    NOTHING_TO_SIGN
}
