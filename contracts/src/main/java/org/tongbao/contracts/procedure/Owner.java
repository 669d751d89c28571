package org.tongbao.contracts.procedure;

/** The service that can stop the clock. */
public enum Owner implements Keyed {
    INTAKE,
    REVIEW,
    ESCALATION,
    CONTACTS
}
