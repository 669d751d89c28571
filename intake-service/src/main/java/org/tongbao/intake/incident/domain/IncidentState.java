package org.tongbao.intake.incident.domain;

/** The progress of an incident. */
public enum IncidentState {
    REPORTED,
    /** 完成損害控制. */
    CONTAINED,
    /** 完成復原. */
    RECOVERED,
    /** 結報 was filed and is with the authority. */
    CLOSING_FILED,
    CLOSED
}
