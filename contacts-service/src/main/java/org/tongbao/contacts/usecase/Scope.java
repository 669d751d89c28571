package org.tongbao.contacts.usecase;

import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.ledger.Line;

/** In whose scope a change that was filed is judged. */
final class Scope {
    private Scope() {}

    static AgencyCode of(Line line) {
        return AgencyCode.parse(line.filedBy().agency()).orElseThrow(() -> new Refused(Refused.Reason.OUTSIDE_SCOPE));
    }
}
