package org.tongbao.intake.usecase;

/** Whether the incident of an event is here. */
public enum Found {
    YES,
    /** The event came before its incident, or names one that does not exist. */
    NOT_YET
}
