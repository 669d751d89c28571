package org.tongbao.intake.incident.usecase;

import org.tongbao.intake.domain.Refusal;
import org.tongbao.intake.domain.Refused;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Group;

/** Who may change a visible incident: its own agency, and a duty desk on its behalf. */
public final class ChangePermission {
    private ChangePermission() {}

    public static void require(Caller caller, Incident incident) {
        if (!caller.agency().equals(incident.agency()) && !caller.is(Group.DUTY_DESK)) {
            throw new Refused(Refusal.NOT_YOURS);
        }
    }
}
