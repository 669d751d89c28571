package org.tongbao.contracts.procedure;

/** What an incident harms. */
public enum Aspect implements Keyed {
    /** 機密性. */
    CONFIDENTIALITY,
    /** 完整性. */
    INTEGRITY,
    /** 可用性. */
    AVAILABILITY
}
