package org.tongbao.contacts.people.domain;

import org.tongbao.contracts.procedure.Keyed;

/** How a person is bound to the agency. */
public enum Employment implements Keyed {
    /** 資安專責人員. */
    DEDICATED,
    STAFF,
    /** 委外人員. */
    OUTSOURCED
}
