package org.tongbao.escalation.audit.timer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.tongbao.escalation.audit.usecase.Audit;
import org.tongbao.escalation.audit.usecase.AuditNotices;
import org.tongbao.escalation.audit.usecase.AuditRequiredNotices;
import org.tongbao.platform.time.PeriodicTask;

/** Audits every minute. An old {@code tongbao.escalation.audit.age} is what an outside watcher must shout about. */
@ApplicationScoped
class Auditor {
    private static final Logger LOG = Logger.getLogger(Auditor.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final AuditNotices auditNotices;
    private final AuditRequiredNotices auditRequiredNotices;
    private final PeriodicTask task;
    private final AtomicInteger lateNotices = new AtomicInteger();
    private final AtomicInteger lateDeliveries = new AtomicInteger();
    private final AtomicInteger waitingCalls = new AtomicInteger();
    private final AtomicInteger undecided = new AtomicInteger();
    private final AtomicInteger unaudited = new AtomicInteger();
    private final AtomicInteger lateMessages = new AtomicInteger();
    private final AtomicInteger failedMessages = new AtomicInteger();
    private final AtomicInteger waitingDirectoryCalls = new AtomicInteger();
    private final Counter repaired;
    private final Counter missing;

    Auditor(Vertx vertx, AuditNotices auditNotices, AuditRequiredNotices auditRequiredNotices, MeterRegistry metrics) {
        this.auditNotices = auditNotices;
        this.auditRequiredNotices = auditRequiredNotices;
        this.task = new PeriodicTask(vertx, "the auditor of notices", PERIOD, this::audit);
        metrics.gauge("tongbao.escalation.notices.late", lateNotices);
        metrics.gauge("tongbao.escalation.deliveries.late", lateDeliveries);
        metrics.gauge("tongbao.escalation.calls.waiting", waitingCalls);
        metrics.gauge("tongbao.escalation.confirmations.waiting", undecided);
        metrics.gauge("tongbao.escalation.incidents.unaudited", unaudited);
        metrics.gauge("tongbao.escalation.directory.late", lateMessages);
        metrics.gauge("tongbao.escalation.directory.failed", failedMessages);
        metrics.gauge("tongbao.escalation.directory.calls.waiting", waitingDirectoryCalls);
        metrics.gauge(
                "tongbao.escalation.audit.age", task, it -> it.sinceSuccess().toSeconds());
        this.repaired = metrics.counter("tongbao.escalation.audit.repaired");
        this.missing = metrics.counter("tongbao.escalation.audit.missing");
    }

    void start(@Observes StartupEvent event) {
        task.start();
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    Uni<Void> audit() {
        return auditNotices
                .audit()
                .invoke(this::publish)
                .chain(auditRequiredNotices::audit)
                .invoke(this::publish)
                .replaceWithVoid();
    }

    /** Fails when something could not be audited: the age of the last audit then grows. */
    private void publish(AuditRequiredNotices.Report report) {
        for (Audit.RequiredNotice required : report.missing()) {
            missing.increment();
            LOG.errorf(
                    "a notice that the procedure demands was missing and is opened incidentId=%s rule=%s",
                    required.incidentId(), required.rule());
        }
        if (report.full()) {
            task.wake();
        }
        if (!report.failed().isEmpty()) {
            throw new IllegalStateException("incidents could not be audited: " + report.failed());
        }
    }

    private void publish(AuditNotices.Report report) {
        lateNotices.set(report.findings().lateNotices());
        lateDeliveries.set(report.findings().lateDeliveries());
        waitingCalls.set(report.findings().waitingCalls());
        undecided.set(report.findings().undecided());
        unaudited.set(report.findings().unaudited());
        lateMessages.set(report.findings().directory().late());
        failedMessages.set(report.findings().directory().failed());
        waitingDirectoryCalls.set(report.findings().directory().waitingCalls());
        if (report.repaired() > 0) {
            repaired.increment(report.repaired());
            LOG.errorf("notices or deliveries without a future were repaired count=%d", report.repaired());
        }
    }
}
