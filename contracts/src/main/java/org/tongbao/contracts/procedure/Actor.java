package org.tongbao.contracts.procedure;

/** Who must act. */
public enum Actor implements Keyed {
    /** The reporting agency as such. */
    AGENCY,
    REPORT_WINDOW,
    CISO,
    INCIDENT_COMMANDER,
    EXECUTIVE_SECRETARY,
    PRESS_CONTACT,
    INTELLIGENCE_AND_PLANNING_GROUP,
    RESPONSE_EXECUTION_GROUP,
    LOGISTICS_GROUP,
    FINANCE_AND_ADMINISTRATION_GROUP,
    /** The agency that reviews the level. */
    REVIEWING_AUTHORITY,
    CITY_BUREAU,
    COMPETENT_AUTHORITY
}
