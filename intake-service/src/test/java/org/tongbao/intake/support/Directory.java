package org.tongbao.intake.support;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.event.AgencyEntry;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.Topics;
import org.tongbao.embedded.TestDatabase;

/** The agencies that the tests live in, published as contacts-service would. */
public final class Directory {
    public static final String ROOT = "ACS";
    public static final String CITY = "TPE";
    public static final String BUREAU = "TPE-DOIT";
    public static final String EDU = "TPE-EDU";
    public static final String SCHOOL = "TPE-EDU-S1";
    public static final String CIVIL = "TPE-CIVIL";
    public static final String STRANGER = "KHH";
    /** Works under a procedure whose limits are seconds. */
    public static final String FAST = "TPE-FAST";

    private static final AgencyEntry.Relations NONE =
            new AgencyEntry.Relations(null, null, null, null, null, List.of());
    private static final AgencyEntry.Relations OF_EDU =
            new AgencyEntry.Relations(CITY, CITY, BUREAU, null, BUREAU, List.of(BUREAU, ROOT));
    private static final List<AgencyEntry> ENTRIES = List.of(
            entry(ROOT, "tw-2026", NONE, ROOT),
            entry(CITY, "s2-taipei-113", NONE, ROOT, CITY),
            entry(BUREAU, "s2-taipei-113", NONE, ROOT, CITY, BUREAU),
            entry(EDU, "s2-taipei-113", OF_EDU, ROOT, CITY, EDU),
            entry(SCHOOL, "s2-taipei-113", NONE, ROOT, CITY, EDU, SCHOOL),
            entry(CIVIL, "s2-taipei-113", OF_EDU, ROOT, CITY, CIVIL),
            entry(STRANGER, "tw-2026", NONE, ROOT, STRANGER),
            entry(FAST, "s2-taipei-fast", NONE, ROOT, CITY, FAST));

    private Directory() {}

    /** Publishes the entries and waits until the service under test has read them. */
    public static void publish() {
        publish(ENTRIES);
        await().atMost(Duration.ofSeconds(30)).until(() -> known() >= ENTRIES.size());
    }

    /** An agency of the city that was not known before, with this chain of reviewers and no other relation. */
    public static void publishNew(String agency, String... reviewers) {
        var relations = new AgencyEntry.Relations(null, null, null, null, null, List.of(reviewers));
        publish(List.of(entry(agency, "s2-taipei-113", relations, ROOT, CITY, agency)));
    }

    private static void publish(List<AgencyEntry> entries) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", System.getProperty("TONGBAO_KAFKA")),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (AgencyEntry entry : entries) {
                byte[] payload = EventJson.write(entry).getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(Topics.AGENCIES, entry.agency(), payload));
            }
            producer.flush();
        }
    }

    private static int known() throws SQLException {
        try (var connection = TestDatabase.superuser();
                var rows = connection.createStatement().executeQuery("select count(*) from agency")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static AgencyEntry entry(
            String agency, String procedure, AgencyEntry.@Nullable Relations relations, String... path) {
        return new AgencyEntry(
                agency,
                1,
                1,
                agency,
                null,
                "bureau",
                procedure,
                List.of(path),
                relations == null ? NONE : relations,
                "A",
                "Asia/Taipei",
                List.of("zh-TW"));
    }
}
