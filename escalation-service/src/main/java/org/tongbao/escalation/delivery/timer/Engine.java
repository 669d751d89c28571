package org.tongbao.escalation.delivery.timer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.tongbao.escalation.delivery.usecase.ClaimDeliveries;
import org.tongbao.escalation.delivery.usecase.Deliveries;
import org.tongbao.escalation.delivery.usecase.DeliverySettings;
import org.tongbao.escalation.delivery.usecase.SendDelivery;
import org.tongbao.escalation.notice.usecase.AdvanceNotices;
import org.tongbao.escalation.notice.usecase.EngineWakeUp;
import org.tongbao.escalation.timer.InFlight;
import org.tongbao.platform.time.PeriodicTask;

/**
 * Drives ladders and deliveries of this process; any number of processes do so beside each other. A task finds what is due,
 * a wake after a commit saves waiting for it.
 */
@ApplicationScoped
class Engine implements EngineWakeUp {
    private static final Logger LOG = Logger.getLogger(Engine.class);
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final AdvanceNotices advanceNotices;
    private final ClaimDeliveries claimDeliveries;
    private final PeriodicTask ladders;
    private final PeriodicTask deliveries;
    private final Counter postponed;
    private final InFlight<Deliveries.Claimed> inFlight;

    Engine(
            Vertx vertx,
            AdvanceNotices advanceNotices,
            ClaimDeliveries claimDeliveries,
            SendDelivery sendDelivery,
            DeliverySettings settings,
            MeterRegistry metrics) {
        this.advanceNotices = advanceNotices;
        this.claimDeliveries = claimDeliveries;
        this.ladders = new PeriodicTask(vertx, "the ladders", PERIOD, this::advance);
        this.deliveries = new PeriodicTask(vertx, "the deliveries", PERIOD, this::claim);
        this.inFlight = new InFlight<>(vertx, settings.atOnce(), sendDelivery::send, deliveries, Engine::notRecorded);
        this.postponed = metrics.counter("tongbao.escalation.notices.postponed");
        metrics.gauge("tongbao.escalation.ladders.age", ladders, it -> it.sinceSuccess()
                .toSeconds());
        metrics.gauge("tongbao.escalation.sender.age", deliveries, it -> it.sinceSuccess()
                .toSeconds());
    }

    void start(@Observes StartupEvent event) {
        ladders.start();
        deliveries.start();
    }

    void stop(@Observes ShutdownEvent event) {
        ladders.stop();
        deliveries.stop();
    }

    @Override
    public void deliveries() {
        deliveries.wake();
    }

    @Override
    public void ladders() {
        ladders.wake();
    }

    private Uni<Void> advance() {
        return advanceNotices.advanceNext().invoke(this::goOn).replaceWithVoid();
    }

    private void goOn(AdvanceNotices.Advance advance) {
        if (advance instanceof AdvanceNotices.Advance.NoneDue) {
            return;
        }
        if (advance instanceof AdvanceNotices.Advance.Postponed it) {
            postponed.increment();
            LOG.errorf(it.because(), "ladder cannot go on, tried again in a minute noticeId=%s", it.noticeId());
        }
        ladders.wake();
    }

    private Uni<Void> claim() {
        int free = inFlight.free();
        if (free <= 0) {
            return Uni.createFrom().voidItem();
        }
        return claimDeliveries.claim(free).invoke(inFlight::sendAll).replaceWithVoid();
    }

    private static void notRecorded(Deliveries.Claimed delivery, Throwable failure) {
        LOG.warnf(
                failure,
                "outcome not recorded, tried again when the lease ends deliveryId=%s attempt=%d",
                delivery.message().deliveryId(),
                delivery.history().attempt());
    }
}
