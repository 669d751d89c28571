package org.tongbao.escalation.audit.timer;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tongbao.escalation.notice.domain.Unreached;
import org.tongbao.escalation.notice.usecase.UnreachedAlarm;

/** As an error of the log and two counters, {@code tongbao.escalation.unreached} and {@code …nobody.left}. */
@ApplicationScoped
class LoggedUnreachedAlarm implements UnreachedAlarm {
    private static final Logger LOG = Logger.getLogger(LoggedUnreachedAlarm.class);

    private final MeterRegistry metrics;

    LoggedUnreachedAlarm(MeterRegistry metrics) {
        this.metrics = metrics;
        metrics.counter("tongbao.escalation.nobody.left");
    }

    @Override
    public void raise(UUID incidentId, List<Unreached> unreached) {
        for (Unreached it : unreached) {
            metrics.counter("tongbao.escalation.unreached", "reason", it.reasonKey())
                    .increment();
            LOG.errorf(
                    "nobody could be told, so the competent authority is incidentId=%s rule=%s agency=%s reason=%s",
                    incidentId, it.rule(), it.agency(), it.reasonKey());
        }
    }

    @Override
    public void nobodyLeft(UUID incidentId) {
        metrics.counter("tongbao.escalation.nobody.left").increment();
        LOG.errorf("nobody is left to be told incidentId=%s", incidentId);
    }
}
