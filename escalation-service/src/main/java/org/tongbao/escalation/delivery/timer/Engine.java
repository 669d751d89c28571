package org.tongbao.escalation.delivery.timer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.tongbao.escalation.delivery.usecase.ClaimDeliveries;
import org.tongbao.escalation.delivery.usecase.Deliveries;
import org.tongbao.escalation.delivery.usecase.DeliverySettings;
import org.tongbao.escalation.delivery.usecase.RecordOutcomes;
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
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final AdvanceNotices advanceNotices;
    private final ClaimDeliveries claimDeliveries;
    private final PeriodicTask ladders;
    private final PeriodicTask deliveries;
    private final Counter postponed;
    private final InFlight<Deliveries.Claimed> inFlight;
    private final Recording recording;
    private final DeliverySettings settings;
    private volatile boolean held;

    Engine(
            Vertx vertx,
            AdvanceNotices advanceNotices,
            ClaimDeliveries claimDeliveries,
            SendDelivery sendDelivery,
            RecordOutcomes recordOutcomes,
            DeliverySettings settings,
            MeterRegistry metrics) {
        this.advanceNotices = advanceNotices;
        this.claimDeliveries = claimDeliveries;
        this.ladders = new PeriodicTask(vertx, "the ladders", PERIOD, this::advance);
        this.deliveries = new PeriodicTask(vertx, "the deliveries", PERIOD, this::claim);
        this.settings = settings;
        this.recording = new Recording(vertx, recordOutcomes, this::goOnClaiming);
        this.inFlight = new InFlight<>(
                vertx,
                settings.atOnce(),
                (delivery, home) -> sendDelivery
                        .send(delivery, home)
                        .invoke(result -> recording.add(new RecordOutcomes.Attempted(delivery, result)))
                        .replaceWithVoid(),
                deliveries,
                Engine::notSent);
        this.postponed = metrics.counter("tongbao.escalation.notices.postponed");
        metrics.gauge("tongbao.escalation.ladders.age", ladders, it -> it.sinceSuccess()
                .toSeconds());
        metrics.gauge("tongbao.escalation.sender.age", deliveries, it -> it.sinceSuccess()
                .toSeconds());
    }

    void start(@Observes StartupEvent event) {
        ladders.start();
        recording.start();
        deliveries.start();
    }

    /** Nothing is claimed any more; what is under way ends and is recorded before the process goes. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event) {
        ladders.stop();
        deliveries.stop();
        boolean ended = inFlight.awaitEnd(settings.timeLimit().plus(GRACE));
        if (!recording.awaitEnd(GRACE) || !ended) {
            LOG.warn("attempts are under way or not on record at the end, and are made again when their leases end");
        }
        recording.stop();
    }

    @Override
    public void deliveries() {
        deliveries.wake();
    }

    private Uni<Void> advance() {
        return advanceNotices.advance().invoke(this::goOn).replaceWithVoid();
    }

    private void goOn(AdvanceNotices.Advance advance) {
        for (AdvanceNotices.Postponed it : advance.postponed()) {
            postponed.increment();
            LOG.errorf(it.because(), "ladder cannot go on, tried again in a minute noticeId=%s", it.noticeId());
        }
        if (advance.mayBeMore()) {
            ladders.wake();
        }
    }

    /** What was sent is recorded before more is sent, so that never more than twice as many are lost by a kill. */
    private Uni<Void> claim() {
        held = true; // before they are counted: a transaction that records after that wakes
        if (recording.count() >= settings.atOnce()) {
            return Uni.createFrom().voidItem();
        }
        held = false;
        return inFlight.fill(free -> claimDeliveries.claim(free).map(this::toSend));
    }

    private void goOnClaiming() {
        if (held) {
            deliveries.wake();
        }
    }

    private List<Deliveries.Claimed> toSend(Deliveries.Claims claims) {
        if (!claims.over().isEmpty()) {
            deliveries.wake();
        }
        return claims.claimed();
    }

    private static void notSent(Deliveries.Claimed delivery, Throwable failure) {
        LOG.errorf(
                failure,
                "not sent, tried again when the lease ends deliveryId=%s attempt=%d",
                delivery.message().deliveryId(),
                delivery.history().attempt());
    }
}
