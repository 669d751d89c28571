package org.tongbao.escalation.notice.usecase;

import java.util.List;
import java.util.UUID;
import org.tongbao.escalation.notice.domain.Unreached;

/** Shouts at whoever runs this system. After the commit that makes it true. */
public interface UnreachedAlarm {
    /** These reached nobody; the competent authority is told. */
    void raise(UUID incidentId, List<Unreached> unreached);

    /** Neither the competent authority nor whoever runs this system hears of it: only this alarm is left. */
    void nobodyLeft(UUID incidentId);
}
