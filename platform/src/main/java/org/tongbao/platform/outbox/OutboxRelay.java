package org.tongbao.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.tongbao.contracts.event.CloudEventHeaders;
import org.tongbao.platform.time.PeriodicTask;

/**
 * Publishes committed events, at least once and in order for each subject. Any number of relays share the work: each holds
 * one bucket of subjects at a time by an advisory lock that ends with its transaction.
 */
@ApplicationScoped
public class OutboxRelay {
    static final int BUCKETS = 16;
    private static final int BATCH = 500;
    private static final int BUCKETS_AT_ONCE = 3;
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration LOCKED_PAUSE = Duration.ofMillis(20);

    private final OutboxStore store;
    private final MutinyEmitter<String> emitter;
    private final String source;
    private final RelayFaultPoints faults;
    private final PeriodicTask task;
    private final AtomicLong published = new AtomicLong();

    OutboxRelay(
            OutboxStore store,
            Vertx vertx,
            @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<String> emitter,
            @ConfigProperty(name = "quarkus.application.name") String application,
            RelayFaultPoints faults,
            MeterRegistry metrics) {
        this.store = store;
        this.emitter = emitter;
        this.source = "/tongbao/" + application;
        this.faults = faults;
        this.task = new PeriodicTask(vertx, "the outbox relay", PERIOD, this::drain);
        metrics.gauge("tongbao.outbox.published", published);
        metrics.gauge(
                "tongbao.outbox.relay.silent.seconds",
                task,
                it -> it.sinceSuccess().toMillis() / 1000.0);
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        task.start();
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    /** Publishes now what has been committed. */
    public void wake() {
        task.wake();
    }

    /** How many events this relay has published. */
    long published() {
        return published.get();
    }

    private Uni<Void> drain() {
        return store.bucketsWithWork().chain(buckets -> {
            List<Short> shuffled = new ArrayList<>(buckets);
            Collections.shuffle(shuffled); // two relays start at different ends
            return Multi.createFrom()
                    .iterable(shuffled)
                    .onItem()
                    .transformToUni(this::drainBucket)
                    .merge(BUCKETS_AT_ONCE)
                    .collect()
                    .asList()
                    .replaceWithVoid();
        });
    }

    private Uni<Void> drainBucket(short bucket) {
        return store.<Integer>holding(bucket, connection -> store.number(bucket, BATCH)
                        .call(faults::beforeSend)
                        .call(this::send)
                        .call(faults::beforeMark)
                        .call(events -> store.markSent(connection, events))
                        .map(List::size))
                .invoke(sent -> {
                    if (sent == null) {
                        task.wakeAfter(LOCKED_PAUSE);
                    } else if (sent > 0) {
                        published.addAndGet(sent);
                        task.wake();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> send(List<OutboxStore.Unsent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Uni<Void>> sends = events.stream().map(this::send).toList();
        return Uni.join().all(sends).andCollectFailures().replaceWithVoid();
    }

    private Uni<Void> send(OutboxStore.Unsent event) {
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(event.topic())
                .withKey(event.subject())
                .withHeaders(headers(event))
                .build();
        return emitter.sendMessage(Message.of(event.payload()).addMetadata(metadata));
    }

    private List<RecordHeader> headers(OutboxStore.Unsent event) {
        return List.of(
                header(CloudEventHeaders.SPEC_VERSION, "1.0"),
                header(CloudEventHeaders.ID, event.id().toString()),
                header(CloudEventHeaders.TYPE, event.type()),
                header(CloudEventHeaders.SOURCE, source),
                header(CloudEventHeaders.SUBJECT, event.subject()),
                header(CloudEventHeaders.TIME, event.createdAt().toInstant().toString()),
                header(CloudEventHeaders.SEQUENCE, Long.toString(event.sequence())),
                header(CloudEventHeaders.EXERCISE, Boolean.toString(event.exercise())),
                header(CloudEventHeaders.CONTENT_TYPE, "application/json"));
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
