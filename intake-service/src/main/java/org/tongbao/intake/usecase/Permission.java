package org.tongbao.intake.usecase;

import org.tongbao.intake.domain.Incident;
import org.tongbao.intake.domain.Refusal;
import org.tongbao.intake.domain.Refused;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Group;

/** Who may change a case that it may see: the agency it belongs to, and a duty desk on its behalf. */
final class Permission {
    private Permission() {}

    static void toChange(Caller caller, Incident incident) {
        if (!caller.agency().equals(incident.agency()) && !caller.is(Group.DUTY_DESK)) {
            throw new Refused(Refusal.NOT_YOURS);
        }
    }
}
