package org.tongbao.intake.obligation.usecase;

import java.util.List;
import org.tongbao.intake.obligation.domain.IncidentObligation;

/** Schedules the timer for limits that are due before its next run. */
public interface ObligationScheduler {
    /** Takes effect once the transaction under way has committed. */
    void schedule(List<IncidentObligation> obligations);
}
