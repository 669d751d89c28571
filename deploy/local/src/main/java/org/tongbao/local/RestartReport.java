package org.tongbao.local;

import java.time.Duration;

/** Told what becomes of a service that died, by several threads. */
interface RestartReport {
    /**
     * @param reason one line: which service, how it ended, where to look
     */
    void restarting(String reason, Duration pause);

    void restarted(ServiceProcess service);

    /** Started again, alive, and not ready within the time for that. */
    void notReady(String reason);
}
