package org.tongbao.escalation.contact.domain;

/** Why a person is notified, and why now: shown in the mail, the call sheet and the timeline. */
public enum RecipientReason {
    /** The rule names the role, and this person is on duty in it. */
    ON_DUTY,
    /** The rule names the role, and this person holds it. */
    HOLDS_ROLE,
    /** The rule wants who is on duty, the roster has nobody, so everybody who holds the role is notified. */
    NOBODY_ON_DUTY,
    /** Stands in for somebody who is absent. */
    STANDS_IN,
    /** Deputy of somebody who did not acknowledge in time. */
    DEPUTY,
    /** Deputy of somebody who could not be reached: the mail was refused, the number is wrong, nobody answered. */
    DEPUTY_OF_UNREACHED,
    /** The next role of the ladder, since nobody acknowledged so far. */
    NEXT_ROLE,
    /** The duty desk, since nobody acknowledged so far. */
    DUTY_DESK,
    /** The duty desk of the agency above, since nobody acknowledged so far. */
    PARENT_DUTY_DESK,
    /** Nobody in the agency holds the role or can be reached, so this person is notified at once. */
    NOBODY_IN_ROLE,
    /** An acknowledgement led to nothing, so the ladder escalated. */
    ACKNOWLEDGEMENT_STALE,
    /** Got an earlier notice of this incident, and is notified how it went on. */
    TOLD_BEFORE
}
