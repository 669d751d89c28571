package org.tongbao.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tongbao.contracts.event.Topics;
import org.tongbao.local.DemoIdentities;
import org.tongbao.local.LocalStack;

/** A directory of a whole country in one import: 10,000 agencies, 30,000 contacts, 10,000 shifts. */
final class WholeDirectory {
    static final int AGENCIES = 10_000;

    private static final int CONTACTS_EACH = 3;
    private static final int BELOW_ONE = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalStack stack;

    WholeDirectory(LocalStack stack) {
        this.stack = stack;
    }

    /** The document, as bytes: parents of a hundred each, three contacts and one shift an agency. */
    static byte[] document() throws Exception {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode agencies = document.putArray("agencies");
        ArrayNode contacts = document.putArray("contacts");
        ArrayNode shifts = document.putArray("shifts");
        for (int i = 0; i < AGENCIES; i++) {
            String code = code(i);
            ObjectNode agency = agencies.addObject()
                    .put("code", code)
                    .put("name", "壓力測試機關" + i)
                    .put("nameEnglish", "Load Test Agency " + i)
                    .put("kind", "subordinate")
                    .put("procedure", "s2-taipei-113")
                    .put("parent", i % BELOW_ONE == 0 ? "TPE" : code(i - i % BELOW_ONE))
                    .put("responsibilityLevel", "D");
            agency.putObject("relations")
                    .put("superior", "TPE")
                    .put("supervising", "TPE")
                    .put("cityBureau", "TPE-DOIT")
                    .put("receiving", "TPE-DOIT")
                    .putArray("reviewers")
                    .add("TPE-DOIT")
                    .add("ACS");
            for (int person = 0; person < CONTACTS_EACH; person++) {
                contact(contacts.addObject(), code, i, person);
            }
            shifts.addObject()
                    .put("agency", code)
                    .put("role", "reviewer")
                    .put("contact", id(i, 0))
                    .put("from", "2026-01-01T00:00:00+08:00")
                    .put("until", "2030-01-01T00:00:00+08:00");
        }
        return JSON.writeValueAsBytes(document);
    }

    private static void contact(ObjectNode contact, String agency, int number, int person) {
        List<String> roles = List.of("reviewer", "ciso", "report-window");
        contact.put("agency", agency)
                .put("id", id(number, person))
                .put("name", "測試人員" + number + "-" + person)
                .put("employment", "dedicated");
        contact.putArray("roles").add(roles.get(person)).add("security-contact");
        ArrayNode channels = contact.putArray("channels");
        channels.addObject().put("type", "mail").put("value", "p" + person + "@a" + number + ".example.test");
        channels.addObject().put("type", "mobile").put("value", "+886-900-000-" + (100 + number % 900));
    }

    private static String code(int number) {
        return "LOAD-" + number;
    }

    private static String id(int number, int person) {
        return new UUID(0x0190_0000_0000_7000L + person, 0x8000_0000_0000_0000L + number).toString();
    }

    String load(byte[] document, String question) throws Exception {
        return send(request("import" + question)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(document))
                .build());
    }

    /** Answers how many bytes came. */
    int export(String file) throws Exception {
        return send(request("export" + file).build()).length();
    }

    private HttpRequest.Builder request(String door) {
        return HttpRequest.newBuilder(stack.frontDoor().resolve("/api/v1/agencies/" + door))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + stack.token(DemoIdentities.DIRECTORY_ADMIN));
    }

    private String send(HttpRequest request) throws Exception {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            String body = answer.body();
            throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " "
                    + body.substring(0, Math.min(1000, body.length())));
        }
        return answer.body();
    }

    /** Reads both topics from their beginnings, as a new service would, until each has an entry of every agency. */
    void awaitEntries() {
        Set<String> agencies = new HashSet<>();
        Set<String> people = new HashSet<>();
        try (var consumer = consumer()) {
            consumer.subscribe(List.of(Topics.AGENCIES, Topics.CONTACTS));
            long limit = System.nanoTime() + PATIENCE.toNanos();
            while (agencies.size() < AGENCIES || people.size() < AGENCIES) {
                if (System.nanoTime() > limit) {
                    throw new IllegalStateException(
                            "only " + agencies.size() + " agencies and " + people.size() + " books were published");
                }
                consumer.poll(Duration.ofMillis(100)).forEach(entry -> {
                    if (entry.key().startsWith("LOAD-")) {
                        (entry.topic().equals(Topics.AGENCIES) ? agencies : people).add(entry.key());
                    }
                });
            }
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        Objects.requireNonNull(
                                stack.infrastructure().environment("contacts").get("TONGBAO_KAFKA")),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
