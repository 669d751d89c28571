package org.tongbao.escalation.timer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.tongbao.escalation.usecase.AdvanceNotices;
import org.tongbao.escalation.usecase.ClaimDeliveries;
import org.tongbao.escalation.usecase.Deliveries;
import org.tongbao.escalation.usecase.DeliverySettings;
import org.tongbao.escalation.usecase.SendDelivery;
import org.tongbao.escalation.usecase.Wake;
import org.tongbao.platform.time.Beat;

/**
 * Drives ladders and deliveries of this process; any number of processes do so beside each other. A beat finds what is due,
 * a wake after a commit saves waiting for it.
 */
@ApplicationScoped
class Engine implements Wake {
    private static final Logger LOG = Logger.getLogger(Engine.class);
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final Vertx vertx;
    private final AdvanceNotices advanceNotices;
    private final ClaimDeliveries claimDeliveries;
    private final SendDelivery sendDelivery;
    private final DeliverySettings settings;
    private final Beat ladders;
    private final Beat deliveries;
    private final Counter postponed;
    private final AtomicInteger underWay = new AtomicInteger();

    Engine(
            Vertx vertx,
            AdvanceNotices advanceNotices,
            ClaimDeliveries claimDeliveries,
            SendDelivery sendDelivery,
            DeliverySettings settings,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.advanceNotices = advanceNotices;
        this.claimDeliveries = claimDeliveries;
        this.sendDelivery = sendDelivery;
        this.settings = settings;
        this.ladders = new Beat(vertx, "the ladders", PERIOD, this::advance);
        this.deliveries = new Beat(vertx, "the deliveries", PERIOD, this::claim);
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
        int free = settings.atOnce() - underWay.get();
        if (free <= 0) {
            return Uni.createFrom().voidItem();
        }
        return claimDeliveries.claim(free).invoke(this::sendAll).replaceWithVoid();
    }

    private void sendAll(List<Deliveries.Claimed> claimed) {
        underWay.addAndGet(claimed.size());
        claimed.forEach(this::send);
    }

    // Each on a context of its own: Hibernate Reactive keeps its session there, and one must not meet another's.
    private void send(Deliveries.Claimed delivery) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> sendDelivery
                .send(delivery, task -> context.runOnContext(now -> task.run()))
                .eventually(this::makeRoom)
                .subscribe()
                .with(done -> {}, failure -> notRecorded(delivery, failure)));
    }

    private void makeRoom() {
        if (underWay.getAndDecrement() >= settings.atOnce()) {
            deliveries.wake();
        }
    }

    private static void notRecorded(Deliveries.Claimed delivery, Throwable failure) {
        LOG.warnf(
                failure,
                "outcome not recorded, tried again when the lease ends deliveryId=%s attempt=%d",
                delivery.message().deliveryId(),
                delivery.attempt());
    }
}
