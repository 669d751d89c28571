package org.tongbao.contracts.procedure;

/** A way to reach a person. */
public enum Channel implements Keyed {
    MAIL,
    /** A call that the duty desk makes and answers for. */
    PHONE_TASK,
    SMS,
    WEBHOOK
}
