package org.tongbao.intake.report.domain;

import org.tongbao.contracts.procedure.Keyed;

/** How a report reached us. */
public enum FilingChannel implements Keyed {
    /** Filed by the agency itself, with its own token. */
    PORTAL,
    PHONE,
    FAX
}
