package org.tongbao.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tongbao.contracts.event.CloudEventHeaders;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.Topics;
import org.tongbao.embedded.Mail;
import org.tongbao.local.LocalStack;

/** Reconciles the answers of the client with tables, topic and mailboxes: nothing lost, every effect once. */
public final class Reconciliation {
    private static final Duration SOON = Duration.ofMinutes(2);
    /** Upper bound whatever happens (G4). */
    private static final int MAX_COPIES = 5;

    private static final Pattern LINK = Pattern.compile("https?://\\S+/api/v1/ack/\\S+#\\S+");

    private final LocalStack stack;
    private final Map<String, String> numbersById = new HashMap<>();

    public Reconciliation(LocalStack stack) {
        this.stack = stack;
    }

    /** Notes a report that the client knows to be accepted. */
    public void accepted(Client.Response response) {
        assertThat(response.status()).as(response.body()).isEqualTo(201);
        numbersById.put(
                response.json().get("id").asText(),
                response.json().get("number").asText());
    }

    Set<String> incidents() {
        return numbersById.keySet();
    }

    /** The incidents of the client's log are exactly those of the table, each with one review and the mails of one report. */
    public void verify() {
        everyReportArrived();
        everyoneWasNotifiedOnce();
    }

    /**
     * The same where mails may come again: every recipient has at least one and no more than may be, all copies carry one
     * Message-ID and one link, and what came of each is on record.
     *
     * @param duplicates how many mails came a second time at least
     */
    public void verifyWithCopies(int duplicates) {
        everyReportArrived();
        await().atMost(SOON).untilAsserted(() -> everyoneWasNotifiedByOneMessage(copies()));
        everyOutcomeIsOnRecord();
        Map<String, List<Mail>> copies = copies();
        copies.forEach((messageId, mails) -> {
            assertThat(mails).as("copies of " + messageId).hasSizeLessThanOrEqualTo(MAX_COPIES);
            assertThat(mails.stream().map(Reconciliation::link).distinct())
                    .as("links of " + messageId)
                    .hasSize(1);
        });
        assertThat(unaccountedCopies(copies)).isEmpty();
        assertThat(copies.values().stream().mapToInt(mails -> mails.size() - 1).sum())
                .as("mails that came again, since nobody knew whether they had gone")
                .isGreaterThanOrEqualTo(duplicates);
    }

    /** Every mail that somebody has claimed came to an end. */
    public void awaitNoClaimedMail() {
        await().atMost(SOON).until(() -> strings("escalation", "select id::text from delivery where state = 'CLAIMED'")
                .isEmpty());
    }

    private void everyOutcomeIsOnRecord() {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(strings(
                            "escalation",
                            "select distinct state from delivery where channel = 'mail' and state <> 'ACCEPTED'"))
                    .isEmpty();
            assertThat(strings("escalation", "select delivery_id::text from attempt where outcome is null"))
                    .isEmpty();
        });
    }

    private Map<String, List<Mail>> copies() {
        return stack.mails().stream()
                .filter(mail -> numbersById.values().stream()
                        .anyMatch(number -> mail.subject().contains(number)))
                .collect(Collectors.groupingBy(Mail::messageId));
    }

    private void everyoneWasNotifiedByOneMessage(Map<String, List<Mail>> copies) {
        Map<String, List<String>> recipientsByNumber = new HashMap<>();
        copies.values().forEach(mails -> numbersById.values().stream()
                .filter(number -> mails.get(0).subject().contains(number))
                .forEach(number -> recipientsByNumber
                        .computeIfAbsent(number, it -> new ArrayList<>())
                        .add(mails.get(0).to())));
        theSamePeopleForEveryReport(recipientsByNumber);
    }

    /** More copies than the service says may have gone: none. */
    private List<String> unaccountedCopies(Map<String, List<Mail>> copies) {
        return strings("escalation", "select id || ' ' || copies from delivery where channel = 'mail'").stream()
                .filter(it -> copies.entrySet().stream()
                        .anyMatch(entry -> entry.getKey().contains(it.split(" ")[0])
                                && entry.getValue().size() > Integer.parseInt(it.split(" ")[1])))
                .toList();
    }

    private static String link(Mail mail) {
        var link = LINK.matcher(String.valueOf(mail.text()));
        return link.find() ? link.group() : "";
    }

    private void everyReportArrived() {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(new TreeSet<>(strings("intake", "select id::text from incident")))
                    .isEqualTo(new TreeSet<>(incidents()));
            assertThat(strings("intake", "select id::text from outbox where sent_at is null"))
                    .isEmpty();
            assertThat(strings("review", "select incident_id::text from review where kind = 'LEVEL'"))
                    .hasSize(incidents().size())
                    .hasSameElementsAs(incidents());
        });
        theTopicHoldsEveryReportUnderOneIdAndNumber();
    }

    private void theTopicHoldsEveryReportUnderOneIdAndNumber() {
        Map<String, List<ConsumerRecord<String, String>>> bySubject = topic();
        assertThat(bySubject.keySet()).hasSameElementsAs(incidents());
        bySubject.forEach((subject, records) -> {
            var reports = records.stream()
                    .filter(it -> header(it, CloudEventHeaders.TYPE).equals(EventTypes.INCIDENT_REPORTED.name()))
                    .toList();
            assertThat(reports).isNotEmpty();
            assertThat(reports)
                    .extracting(it -> header(it, CloudEventHeaders.ID))
                    .containsOnly(header(reports.get(0), CloudEventHeaders.ID));
            var sequences = firstAppearances(records).stream()
                    .map(it -> Long.parseLong(header(it, CloudEventHeaders.SEQUENCE)))
                    .toList();
            assertThat(sequences)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, sequences.size()).boxed().toList());
        });
    }

    private void everyoneWasNotifiedOnce() {
        await().atMost(SOON).untilAsserted(() -> {
            Map<String, List<String>> recipientsByNumber = new HashMap<>();
            Set<String> messageIds = new HashSet<>();
            for (Mail mail : stack.mails()) {
                numbersById.values().stream()
                        .filter(number -> mail.subject().contains(number))
                        .forEach(number -> recipientsByNumber
                                .computeIfAbsent(number, it -> new ArrayList<>())
                                .add(mail.to()));
                assertThat(messageIds.add(mail.messageId()))
                        .as("one copy of " + mail.messageId())
                        .isTrue();
            }
            theSamePeopleForEveryReport(recipientsByNumber);
        });
    }

    private void theSamePeopleForEveryReport(Map<String, List<String>> recipientsByNumber) {
        assertThat(recipientsByNumber.keySet()).hasSameElementsAs(numbersById.values());
        Set<List<String>> lists = recipientsByNumber.values().stream()
                .map(recipients -> recipients.stream().sorted().toList())
                .collect(Collectors.toSet());
        assertThat(lists).as("every report told the same people, each once").hasSize(1);
        assertThat(lists.iterator().next()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(6);
    }

    private Map<String, List<ConsumerRecord<String, String>>> topic() {
        var properties = Map.<String, Object>of(
                "bootstrap.servers",
                        stack.infrastructure().environment("intake").get("TONGBAO_KAFKA"),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        Map<String, List<ConsumerRecord<String, String>>> bySubject = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.INCIDENTS));
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(it -> bySubject
                        .computeIfAbsent(it.key(), key -> new ArrayList<>())
                        .add(it));
                return bySubject.keySet().containsAll(incidents());
            });
        }
        return bySubject;
    }

    private static List<ConsumerRecord<String, String>> firstAppearances(List<ConsumerRecord<String, String>> records) {
        Set<String> seen = new HashSet<>();
        return records.stream()
                .filter(it -> seen.add(header(it, CloudEventHeaders.ID)))
                .toList();
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    List<String> strings(String service, String sql) {
        String url = "jdbc:" + stack.infrastructure().environment(service).get("TONGBAO_DB_URL");
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                var rows = connection.createStatement().executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
