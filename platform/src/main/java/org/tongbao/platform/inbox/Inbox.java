package org.tongbao.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.tongbao.platform.access.FaultPoint;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.access.TransientFailures;
import org.tongbao.platform.time.PeriodicTask;

/**
 * Consumes events exactly once in effect: the event, its place in the order and its effect are one transaction.
 *
 * <p>An event ahead of a gap, or one whose handler says {@link EventTooEarly}, is parked and tried again when the gap has
 * closed, at the latest a second later. A record that can never be applied fails with a {@link DeadLetter} and goes
 * to the dead-letter topic; what follows it of the same subject parks. A database that is away is waited for.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final InboxStore store;
    private final Transactions transactions;
    private final FaultPoint faults;
    private final PeriodicTask task;
    private final Map<String, EventHandlers> listeners = new ConcurrentHashMap<>();
    private final AtomicLong parked = new AtomicLong();
    private volatile boolean stopping;

    Inbox(InboxStore store, Transactions transactions, FaultPoint faults, Vertx vertx, MeterRegistry metrics) {
        this.store = store;
        this.transactions = transactions;
        this.faults = faults;
        this.task = new PeriodicTask(vertx, "the retry of parked events", PERIOD, this::retryParked);
        metrics.gauge("tongbao.inbox.parked", parked);
    }

    void start(@Observes StartupEvent event) {
        task.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        task.stop();
    }

    /**
     * @param listener stable name of the listener, such as {@code review.incidents}
     */
    public Uni<Void> receive(String listener, ConsumerRecord<String, byte[]> message, EventHandlers handlers) {
        listeners.putIfAbsent(listener, handlers);
        return Uni.createFrom()
                .deferred(() -> consume(listener, RecordReader.read(message), handlers))
                .onFailure(TransientFailures::isTransient)
                .invoke(failure -> LOG.warnf(failure, "%s waits for its database", listener))
                .onFailure(TransientFailures::isTransient)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                // What fails while this process goes down is neither acknowledged nor a dead letter: it is delivered
                // again.
                .onFailure(failure -> stopping)
                .recoverWithUni(() -> Uni.createFrom().nothing())
                .onFailure(failure -> !(failure instanceof DeadLetter))
                .transform(failure -> asDeadLetter(listener, message, failure));
    }

    private Uni<Void> consume(String listener, ReceivedEvent<String> event, EventHandlers handlers) {
        return transactions
                .asEngine(() -> store.claim(listener, event).chain(place -> switch (place) {
                    case SEEN_BEFORE -> Uni.createFrom().voidItem();
                    case OUT_OF_ORDER -> park(listener, event, "out-of-order");
                    case NEXT ->
                        handlers.apply(event)
                                .chain(() -> faults.reach("listener-before-commit"))
                                .chain(() -> wakeForTheNext(listener, event))
                                .replaceWithVoid();
                }))
                .onFailure(EventTooEarly.class)
                .recoverWithUni(reason -> transactions.asEngine(() -> store.remember(listener, event)
                        .chain(() -> park(listener, event, String.valueOf(reason.getMessage())))))
                .invoke(this::wakeWhenSomethingWaits)
                .call(() -> faults.reach("listener-after-commit"));
    }

    private Uni<Void> park(String listener, ReceivedEvent<String> event, String reason) {
        Transactions.afterCommit(parked::incrementAndGet);
        return store.park(listener, event, reason);
    }

    // What another replica parked a moment ago is found by the next beat.
    private Uni<Void> wakeForTheNext(String listener, ReceivedEvent<String> event) {
        return parked.get() == 0
                ? Uni.createFrom().voidItem()
                : store.parkedAfter(listener, event)
                        .invoke(next -> next.ifPresent(it -> Transactions.afterCommit(task::wake)))
                        .replaceWithVoid();
    }

    // Another listener's event may wait for what this one brought.
    private void wakeWhenSomethingWaits() {
        if (parked.get() > 0) {
            task.wake();
        }
    }

    private Uni<Void> retryParked() {
        return countParked()
                .chain(found -> found == 0
                        ? Uni.createFrom().voidItem()
                        : retryListeners().chain(this::countParked).replaceWithVoid());
    }

    private Uni<Long> countParked() {
        return transactions.asEngine(store::parkedCount).invoke(parked::set);
    }

    private Uni<Void> retryListeners() {
        return Multi.createFrom()
                .iterable(listeners.entrySet())
                .onItem()
                .transformToUniAndConcatenate(listener -> retryParked(listener.getKey(), listener.getValue()))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> retryParked(String listener, EventHandlers handlers) {
        return transactions
                .asEngine(() -> store.heads(listener))
                .chain(heads -> Multi.createFrom()
                        .iterable(heads)
                        .onItem()
                        .transformToUniAndConcatenate(event -> retry(listener, event, handlers))
                        .collect()
                        .asList()
                        .invoke(healed -> wakeWhen(healed.contains(true))))
                .replaceWithVoid();
    }

    private Uni<Boolean> retry(String listener, ReceivedEvent<String> event, EventHandlers handlers) {
        return transactions
                .asEngine(() -> store.unpark(listener, event)
                        .chain(mine -> mine
                                ? store.advance(listener, event)
                                : Uni.createFrom().item(false))
                        .call(next ->
                                next ? handlers.apply(event) : Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(failure -> {
                    if (!(failure instanceof EventTooEarly)) {
                        LOG.errorf(
                                failure, "parked event cannot be applied listener=%s eventId=%s", listener, event.id());
                    }
                })
                .onFailure()
                .recoverWithItem(false);
    }

    private void wakeWhen(boolean healed) {
        if (healed) {
            task.wake();
        }
    }

    private static DeadLetter asDeadLetter(String listener, ConsumerRecord<String, byte[]> message, Throwable failure) {
        LOG.errorf(
                failure,
                "moved to the dead letters listener=%s topic=%s partition=%d offset=%d",
                listener,
                message.topic(),
                message.partition(),
                message.offset());
        return new DeadLetter("not-applicable");
    }
}
