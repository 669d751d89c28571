package org.tongbao.contacts.agency.domain;

import org.tongbao.contracts.procedure.Keyed;

/** Whether an agency is still there. */
public enum AgencyState implements Keyed {
    ACTIVE,
    /** 裁撤: it keeps its code and its history, and nobody stands below it. */
    DISSOLVED
}
