package org.tongbao.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.CloudEventHeaders;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.Topics;
import org.tongbao.embedded.Identity;
import org.tongbao.embedded.Mail;
import org.tongbao.local.DemoIdentities;
import org.tongbao.local.LocalOptions;
import org.tongbao.local.LocalStack;

/**
 * Bad input at the gateway of the packaged suite: each is refused with status, slug and pointers, stores nothing, and a
 * good report goes through after it.
 */
class BadInputIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String INCIDENTS = "/api/v1/incidents";
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/api/v1/ack/[0-9a-f-]{36})#(\\S+)");
    private static final String PROBLEM = "urn:tongbao:problem:";

    private static LocalStack stack;
    private static String usedKey = "";
    private static String known = "";
    private static String knownNumber = "";

    @BeforeAll
    static void start() {
        stack = LocalStack.start(LocalOptions.forTests());
        usedKey = UUID.randomUUID().toString();
        Client.Response first = report(good(), usedKey);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        known = first.json().get("id").asText();
        knownNumber = first.json().get("number").asText();
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aBadRequestIsRefusedAndAGoodReportFollows(
            String name, Supplier<Client.Response> request, int status, String slug, List<String> pointers) {
        List<String> before = rows();

        Client.Response response = request.get();

        assertThat(response.status()).as(response.body()).isEqualTo(status);
        JsonNode problem = response.json();
        assertThat(problem.path("type").asText()).isEqualTo(PROBLEM + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        List<String> named = new ArrayList<>();
        problem.path("violations").forEach(it -> named.add(it.path("pointer").asText()));
        assertThat(named).containsExactlyElementsOf(pointers);
        assertThat(response.body()).doesNotContain("Exception", "org.tongbao");
        assertThat(rows()).isEqualTo(before);
        aGoodReportIsTaken();
    }

    static Stream<Arguments> aBadRequestIsRefusedAndAGoodReportFollows() {
        String tomorrow = time(OffsetDateTime.now(ZoneOffset.ofHours(8)).plusHours(23));
        return Stream.of(
                report("no JSON", "{", ""),
                report("an unknown field", good().replace("\"title\"", "\"tite\""), "/tite"),
                report(
                        "a wrong type",
                        good().replace("\"declaredLevel\": 3", "\"declaredLevel\": \"3\""),
                        "/declaredLevel"),
                report(
                        "an unknown level",
                        good().replace("\"declaredLevel\": 3", "\"declaredLevel\": 5"),
                        "/declaredLevel"),
                report("awareness in the future", awareAt(tomorrow), "/awareAt"),
                report("a time without seconds", awareAt("2026-11-20T10:00+08:00"), "/awareAt"),
                report(
                        "several faults at once",
                        awareAt(tomorrow).replace("\"title\"", "\"tite\"").replace("Level\": 3", "Level\": 9"),
                        "/awareAt",
                        "/declaredLevel",
                        "/tite"),
                report(
                        "an affected agency in angle brackets",
                        good().replaceFirst("\\{", "{\"affectedAgencies\": [{\"agency\": \"<a>\", \"why\": \"x\"}], "),
                        "/affectedAgencies/0/agency"),
                request(
                        "an unknown procedure",
                        () -> as(DemoIdentities.REPORTER)
                                .post("/api/v1/classifications", "{\"procedure\": \"none\", \"impact\": {}}", Map.of()),
                        400,
                        "invalid-classification",
                        "/procedure"),
                request(
                        "a role that may not report",
                        () -> report(DemoIdentities.AUDITOR, good(), newKey()),
                        403,
                        "forbidden"),
                request(
                        "a foreign agency",
                        () -> report(good().replaceFirst("\\{", "{\"agency\": \"TPE-CIVIL\", "), newKey()),
                        403,
                        "foreign-agency"),
                request(
                        "a foreign incident",
                        () -> as(DemoIdentities.NEIGHBOUR).get(INCIDENTS + "/" + known),
                        404,
                        "not-found"),
                request("nobody", () -> anybody().post(INCIDENTS, good(), Map.of()), 401, "unauthorized"),
                request(
                        "a door that is none",
                        () -> as(DemoIdentities.REPORTER).get("/api/v1/nowhere"),
                        404,
                        "not-found"),
                request(
                        "no key",
                        () -> as(DemoIdentities.REPORTER).post(INCIDENTS, good(), Map.of()),
                        400,
                        "invalid-idempotency-key",
                        "header:Idempotency-Key"),
                request(
                        "a repeated key with another body",
                        () -> report(good().replace("例行檢視", "再次檢視"), usedKey),
                        422,
                        "idempotency-key-reused",
                        "header:Idempotency-Key"),
                request(
                        "a body over the limit",
                        () -> report(good().replace("例行檢視", "x".repeat(270_000)), newKey()),
                        413,
                        "too-large"),
                request(
                        "a stale If-Match",
                        () -> as(DemoIdentities.REPORTER)
                                .patch(INCIDENTS + "/" + known, "{\"title\": \"x\"}", Map.of("If-Match", "\"v9\"")),
                        412,
                        "stale"),
                request(
                        "no If-Match",
                        () -> as(DemoIdentities.REPORTER)
                                .patch(INCIDENTS + "/" + known, "{\"title\": \"x\"}", Map.of()),
                        428,
                        "precondition-required",
                        "header:If-Match"),
                contact("an address with CR and LF", "a@b.tw\\r\\nRCPT TO:<z@z.tw>"),
                contact("an address in angle brackets", "A <a@b.tw>"),
                request(
                        "a code that belongs to nobody",
                        () -> as(DemoIdentities.DUTY_DESK)
                                .post(
                                        "/api/v1/notices/" + urgentNotice() + "/acknowledgement",
                                        "{\"code\": \"000-000\"}",
                                        Map.of()),
                        422,
                        "wrong-code"),
                request(
                        "a decision that nobody asked for",
                        () -> as(DemoIdentities.DUTY_DESK)
                                .post(
                                        "/api/v1/notices/" + urgentNotice() + "/confirmation",
                                        "{\"decision\": \"CONFIRMED\"}",
                                        Map.of()),
                        409,
                        "no-question"));
    }

    @Test
    void aBrokenOrForeignLinkIsWorthNothingAndAUsedOneChangesNothing() {
        List<Mail> letters = await().atMost(SOON)
                .until(
                        () -> stack.mails().stream()
                                .filter(it -> it.subject().contains(knownNumber))
                                .filter(it ->
                                        LINK.matcher(String.valueOf(it.text())).find())
                                .toList(),
                        found -> found.size() >= 2);
        Matcher mine = link(letters.get(0));
        Matcher foreign = link(letters.get(1));

        assertThat(submitForm(mine.group(1), "nonsense").status()).isEqualTo(404);
        assertThat(submitForm(mine.group(1), foreign.group(2)).status()).isEqualTo(404);
        assertThat(submitForm("/api/v1/ack/" + Ids.next(), mine.group(2)).status())
                .isEqualTo(404);
        assertThat(submitForm("/api/v1/ack/x", mine.group(2)).status()).isEqualTo(404);
        // Within two seconds of the mail a press could be a scanner's: 409, and it does not count.
        Client.Response first = await().atMost(SOON)
                .until(() -> submitForm(mine.group(1), mine.group(2)), pressed -> pressed.status() != 409);
        Client.Response second = submitForm(mine.group(1), mine.group(2));

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(stack.mails()).isNotEmpty();
        aGoodReportIsTaken();
    }

    @Test
    void anEventThatCannotBeReadOrHasNoIncidentHoldsUpNoOther() {
        UUID broken = Ids.next();
        UUID unknown = Ids.next();
        try (var producer = producer()) {
            producer.send(event(Topics.INCIDENTS, EventTypes.INCIDENT_REPORTED.name(), broken, "/tongbao/intake", "{"));
            producer.send(
                    event(Topics.REVIEWS, EventTypes.REVIEW_OPENED.name(), unknown, "/tongbao/review", """
                        {"incidentId": "%s", "reviewId": "%s", "kind": "LEVEL", "authority": "TPE-DOIT", "clause": "§15",
                         "openedAt": "2026-11-20T00:00:00Z", "dueAt": "2026-11-20T02:00:00Z"}\
                        """.formatted(
                                    unknown, Ids.next())));
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(reconciliation()
                        .strings("escalation", "select reason from inbox_parked where subject = '" + unknown + "'"))
                .containsExactly("unknown-incident"));
        Client.Response good = report(good(), newKey());

        String incident = good.json().get("id").asText();
        await().atMost(SOON).untilAsserted(() -> assertThat(reconciliation()
                        .strings("review", "select 1 from review where incident_id = '" + incident + "'"))
                .isNotEmpty());
        await().atMost(SOON).until(() -> stack.mails().stream()
                .anyMatch(it -> it.subject().contains(good.json().get("number").asText())));
    }

    private static void aGoodReportIsTaken() {
        Client.Response good = report(good(), newKey());
        assertThat(good.status()).as(good.body()).isEqualTo(201);
    }

    /** What was stored of reports and people. */
    private static List<String> rows() {
        return Stream.concat(
                        reconciliation().strings("intake", "select count(*) from incident").stream(),
                        reconciliation().strings("contacts", "select count(*) from contact").stream())
                .toList();
    }

    private static Reconciliation reconciliation() {
        return new Reconciliation(stack);
    }

    private static String urgentNotice() {
        return await().atMost(SOON)
                .until(
                        () -> reconciliation()
                                .strings(
                                        "escalation",
                                        "select id::text from notice where rule = 'urgent-notice' and incident_id = '"
                                                + known + "' order by id"),
                        found -> !found.isEmpty())
                .get(0);
    }

    private static Client as(Identity identity) {
        return new Client(stack.gateway(), stack.token(identity));
    }

    private static Client anybody() {
        return new Client(stack.gateway(), "");
    }

    private static Client.Response submitForm(String path, String token) {
        return anybody().submitForm(path, "token=" + token);
    }

    private static Matcher link(Mail mail) {
        Matcher link = LINK.matcher(String.valueOf(mail.text()));
        assertThat(link.find()).isTrue();
        return link;
    }

    private static Client.Response report(String body, String key) {
        return report(DemoIdentities.REPORTER, body, key);
    }

    private static Client.Response report(Identity identity, String body, String key) {
        return as(identity).post(INCIDENTS, body, Map.of("Idempotency-Key", key));
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static Arguments report(String name, String body, String... pointers) {
        return request(name, () -> report(body, newKey()), 400, "invalid-report", pointers);
    }

    private static Arguments contact(String name, String address) {
        String body = """
            {"name": "某甲", "employment": "dedicated", "language": "zh-TW", "roles": ["press"],
             "channels": [{"type": "mail", "value": "%s"}]}\
            """.formatted(address);
        return request(
                name,
                () -> as(DemoIdentities.DIRECTORY_ADMIN)
                        .post("/api/v1/agencies/TPE-EDU/contacts", body, Map.of("Idempotency-Key", newKey())),
                400,
                "invalid-directory-entry",
                "/channels/0/value");
    }

    private static Arguments request(
            String name, Supplier<Client.Response> request, int status, String slug, String... pointers) {
        return Arguments.of(name, request, status, slug, List.of(pointers));
    }

    private static String good() {
        return awareAt(time(OffsetDateTime.now(ZoneOffset.ofHours(8)).minusMinutes(1)));
    }

    private static String awareAt(String awareAt) {
        return """
            {"title": "網站後台遭植入網頁後門", "description": "例行檢視日誌時發現。", "awareAt": "%s", "declaredLevel": 3,
             "impact": {"confidentiality": {"business": "core", "data": "sensitive", "severity": "minor"}},
             "measures": "已關閉後台。", "support": {"needed": false}}\
            """.formatted(awareAt);
    }

    private static String time(OffsetDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(ChronoUnit.SECONDS));
    }

    private static KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        stack.infrastructure().environment("intake").get("TONGBAO_KAFKA")),
                new StringSerializer(),
                new StringSerializer());
    }

    private static ProducerRecord<String, String> event(
            String topic, String type, UUID subject, String source, String payload) {
        List<Header> headers = List.of(
                header(CloudEventHeaders.ID, Ids.next().toString()),
                header(CloudEventHeaders.TYPE, type),
                header(CloudEventHeaders.SOURCE, source),
                header(CloudEventHeaders.SUBJECT, subject.toString()),
                header(CloudEventHeaders.SEQUENCE, "1"),
                header(CloudEventHeaders.TIME, "2026-11-20T00:00:00Z"),
                header(CloudEventHeaders.EXERCISE, "false"));
        return new ProducerRecord<>(topic, null, subject.toString(), payload, headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
