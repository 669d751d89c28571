package org.tongbao.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.Addressee;
import org.tongbao.contracts.event.AgencyEntry;
import org.tongbao.contracts.event.AttestationDue;
import org.tongbao.contracts.event.CloudEventHeaders;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.IncidentClosed;
import org.tongbao.contracts.event.Topics;
import org.tongbao.platform.access.FaultPoint;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.fixture.InTransaction;

/** Two relays share 200 incidents of 20 events each, written by several writers at once. */
@QuarkusTest
class OutboxOrderComponentTest {
    private static final int INCIDENTS = 200;
    private static final int EVENTS = 20;
    private static final int WRITERS = 8;

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @Inject
    OutboxRelay own;

    @Inject
    OutboxStore store;

    @Inject
    Vertx vertx;

    @Inject
    FaultPoint faults;

    @Inject
    @Channel("outbox")
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    MutinyEmitter<String> emitter;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @Test
    void everyIncidentsEventsArriveInOrderAndBothRelaysWork() throws Exception {
        own.stop(new ShutdownEvent());
        try {
            bothRelaysPublishInOrder();
        } finally {
            own.start(new StartupEvent());
        }
    }

    private void bothRelaysPublishInOrder() throws Exception {
        var meeting = new Meeting(faults);
        List<OutboxRelay> relays = List.of(relay(meeting.first), relay(meeting.second));
        relays.forEach(it -> it.start(new StartupEvent()));
        List<UUID> incidents =
                IntStream.range(0, INCIDENTS).mapToObj(i -> Ids.next()).toList();

        Map<String, List<UUID>> written = write(incidents, relays);
        Map<String, List<ConsumerRecord<String, byte[]>>> published = consume(new HashSet<>(written.keySet()));

        relays.forEach(it -> it.stop(new ShutdownEvent()));
        written.forEach((incident, ids) -> {
            List<ConsumerRecord<String, byte[]>> records = firstAppearances(published.get(incident));
            assertThat(records)
                    .extracting(it -> header(it, CloudEventHeaders.SEQUENCE))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, EVENTS)
                            .mapToObj(Long::toString)
                            .toList());
            assertThat(records)
                    .extracting(it -> UUID.fromString(header(it, CloudEventHeaders.ID)))
                    .containsExactlyElementsOf(ids);
        });
        assertThat(relays).allSatisfy(it -> assertThat(it.published()).isPositive());
    }

    /** Nothing leaves either relay before both hold a bucket: had one shut the other out, nothing would arrive. */
    private static final class Meeting {
        private final CompletableFuture<Void> firstHolds = new CompletableFuture<>();
        private final CompletableFuture<Void> secondHolds = new CompletableFuture<>();
        private final RelayFaultPoints first;
        private final RelayFaultPoints second;

        Meeting(FaultPoint faults) {
            first = waiting(faults, firstHolds, secondHolds);
            second = waiting(faults, secondHolds, firstHolds);
        }

        private static RelayFaultPoints waiting(
                FaultPoint faults, CompletableFuture<Void> own, CompletableFuture<Void> other) {
            return new RelayFaultPoints(faults) {
                @Override
                Uni<Void> beforeSend(List<OutboxStore.Unsent> events) {
                    if (!events.isEmpty()) {
                        own.complete(null);
                    }
                    return events.isEmpty()
                            ? super.beforeSend(events)
                            : Uni.createFrom().completionStage(other);
                }
            };
        }
    }

    private OutboxRelay relay(RelayFaultPoints points) {
        return new OutboxRelay(store, vertx, emitter, "platform", points, new SimpleMeterRegistry());
    }

    /** An agency has entries and messages: who reads one topic of the two must find no gap. */
    @Test
    void eventsOfOneSubjectAreNumberedByTopic() {
        String agency = "AGENCY-" + Ids.next();
        var to = new Addressee(Ids.next(), "某甲（測試）", "zh-TW", List.of(), "某機關（測試）", null);
        var message = new AttestationDue(agency, to, Instant.parse("2026-11-20T00:00:00Z"));

        InTransaction.await(() -> transactions.asEngine(() -> outbox.add(EventTypes.AGENCY_ENTRY, entry(agency))
                .chain(() -> outbox.add(EventTypes.ATTESTATION_DUE, message))
                .chain(() -> outbox.add(EventTypes.AGENCY_ENTRY, entry(agency)))));

        assertThat(numbers(Topics.DIRECTORY, agency, 1)).containsExactly("1");
        assertThat(numbers(Topics.AGENCIES, agency, 2)).containsExactly("1", "2");
    }

    private static AgencyEntry entry(String agency) {
        var relations = new AgencyEntry.Relations(null, null, null, null, null, List.of());
        return new AgencyEntry(
                agency,
                1,
                1,
                "某機關",
                null,
                "bureau",
                "s2-taipei-113",
                List.of(agency),
                relations,
                null,
                "UTC",
                List.of());
    }

    private List<String> numbers(String topic, String subject, int count) {
        List<String> numbers = new ArrayList<>();
        try (var consumer = consumer()) {
            consumer.subscribe(List.of(topic));
            await().atMost(Duration.ofMinutes(3)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(it -> {
                    if (subject.equals(it.key())) {
                        numbers.add(header(it, CloudEventHeaders.SEQUENCE));
                    }
                });
                return numbers.size() >= count;
            });
        }
        return numbers;
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        bootstrap,
                        "group.id",
                        Ids.next().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    // Each writer owns its incidents, as a row lock would; the writers run side by side.
    private Map<String, List<UUID>> write(List<UUID> incidents, List<OutboxRelay> relays) throws Exception {
        Map<String, List<UUID>> written = new HashMap<>();
        incidents.forEach(incident -> written.put(incident.toString(), new ArrayList<>()));
        var pool = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int mine = writer;
                writers.add(pool.submit(() -> {
                    for (int event = 0; event < EVENTS; event++) {
                        for (int i = mine; i < INCIDENTS; i += WRITERS) {
                            String subject = incidents.get(i).toString();
                            written.get(subject).add(add(incidents.get(i)));
                            relays.forEach(OutboxRelay::wake);
                        }
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            pool.shutdown();
        }
        return written;
    }

    private UUID add(UUID incident) {
        var payload = new IncidentClosed(incident, Instant.parse("2026-11-20T00:00:00Z"));
        Outbox.Row row = outbox.row(EventTypes.INCIDENT_CLOSED, payload, false);
        InTransaction.await(() -> transactions.asEngine(
                () -> outbox.insert(row).chain(() -> Uni.createFrom().voidItem())));
        return row.id();
    }

    private Map<String, List<ConsumerRecord<String, byte[]>>> consume(Set<String> subjects) {
        Map<String, List<ConsumerRecord<String, byte[]>>> received = new HashMap<>();
        subjects.forEach(subject -> received.put(subject, new ArrayList<>()));
        try (var consumer = consumer()) {
            consumer.subscribe(List.of(Topics.INCIDENTS));
            await().atMost(Duration.ofMinutes(3)).until(() -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(it -> received.computeIfPresent(it.key(), (key, list) -> add(list, it)));
                return received.values().stream()
                        .allMatch(list -> firstAppearances(list).size() >= EVENTS);
            });
        }
        return received;
    }

    private static <T> List<T> add(List<T> list, T item) {
        list.add(item);
        return list;
    }

    private static List<ConsumerRecord<String, byte[]>> firstAppearances(List<ConsumerRecord<String, byte[]>> records) {
        Set<String> seen = new HashSet<>();
        return records.stream()
                .filter(it -> seen.add(header(it, CloudEventHeaders.ID)))
                .toList();
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
