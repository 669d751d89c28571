package org.tongbao.contacts.duty.timer;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.tongbao.contacts.duty.usecase.RenewDuty;
import org.tongbao.platform.access.AgencyTree;

/** The window of published duty moves on by itself. Late by an hour does no harm, so a wall-clock schedule will do. */
@ApplicationScoped
class DutyTimer {
    private static final Logger LOG = Logger.getLogger(DutyTimer.class);

    private final RenewDuty renewDuty;

    DutyTimer(RenewDuty renewDuty) {
        this.renewDuty = renewDuty;
    }

    /** This service writes its copy of the tree itself, in the transaction of each change: it is never behind. */
    void start(@Observes StartupEvent event, AgencyTree tree) {
        tree.markCurrent();
    }

    @Scheduled(
            cron = "{tongbao.contacts.renew-duty}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> renew() {
        return renewDuty
                .renew()
                .invoke(renewed -> {
                    if (renewed > 0) {
                        LOG.infof("published duty anew agencies=%d", renewed);
                    }
                })
                .replaceWithVoid();
    }
}
