package org.tongbao.intake.usecase;

import java.util.List;
import org.tongbao.intake.domain.IncidentObligation;

/** Wakes the timer for limits that come sooner than its next beat. */
public interface ObligationAlarm {
    /** Takes effect once the transaction under way has committed. */
    void expect(List<IncidentObligation> obligations);
}
