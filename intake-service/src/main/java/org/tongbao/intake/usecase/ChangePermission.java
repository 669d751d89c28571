package org.tongbao.intake.usecase;

import org.tongbao.intake.domain.Incident;
import org.tongbao.intake.domain.Refusal;
import org.tongbao.intake.domain.Refused;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Group;

/** Who may change a visible incident: its own agency, and a duty desk on its behalf. */
final class ChangePermission {
    private ChangePermission() {}

    static void require(Caller caller, Incident incident) {
        if (!caller.agency().equals(incident.agency()) && !caller.is(Group.DUTY_DESK)) {
            throw new Refused(Refusal.NOT_YOURS);
        }
    }
}
