package org.tongbao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongbao.embedded.MailJson;
import org.tongbao.embedded.Part;

/** The real servers and the real gateway; behind it processes that only echo. */
class LocalStackTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SCRIPT = "<script>alert(1)</script>";

    private static LocalStack stack;
    private static LocalOptions options;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        options = LocalOptions.wellKnown(FakeRepository.in(folder), folder.resolve("data"))
                .on(LocalPorts.free(org.tongbao.embedded.Options.SERVICES))
                .durable(false)
                .flags(List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        stack = LocalStack.start(options);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @ParameterizedTest
    @CsvSource({
        "incidents, intake",
        "incidents/1/timeline, intake",
        "classifications, intake",
        "early-warnings, intake",
        "procedures/tw-2026, intake",
        "reviews, review",
        "support-dispatches, review",
        "notices, escalation",
        "ack/1, escalation",
        "phone-tasks/1/result, escalation",
        "lateral-replies, escalation",
        "dry-runs, escalation",
        "directory-messages/1, escalation",
        "agencies/TPE-EDU/contacts, contacts",
    })
    void theFirstSegmentOfThePathNamesTheService(String path, String service) throws Exception {
        var answer = get("/api/v1/" + path + "?limit=2");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"database\":\"" + service + "\"", "\"uri\":\"/api/v1/" + path + "?limit=2\"");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/unknown", "/api/v1/incidentsx", "/api/v2/incidents", "/q/health", "/api/v1/", "/api/openapi/x"
    })
    void anythingElseIsAProblem(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:tongbao:problem:not-found", "找不到");
    }

    @Test
    void theApiDescriptionComesFromTheManagementPort() throws Exception {
        assertThat(get("/api/openapi/review").body()).contains("\"uri\":\"/q/openapi\"", "\"review\"");
    }

    @Test
    void bodiesPassAndOversizedOnesDoNot() throws Exception {
        assertThat(post("/api/v1/incidents", 200_000).body()).contains("\"method\":\"POST\"", "\"size\":200000");

        var refused = post("/api/v1/incidents", 256 * 1024 + 1);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("urn:tongbao:problem:too-large");
        assertThat(post("/api/v1/agencies/import", 1_100_000).body())
                .as("a whole directory comes in by this endpoint alone")
                .contains("\"size\":1100000");
        assertThat(post("/api/v1/agencies/import", 34_000_000).statusCode()).isEqualTo(413);
    }

    @Test
    void whoCallsIsToldByTheGatewayAndByNobodyElse() throws Exception {
        var answer = HTTP.send(
                to("/api/v1/incidents").header("X-Forwarded-For", "203.0.113.9").build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).contains("\"for\":\"127.0.0.1\"");
    }

    @Test
    void eventsOfAStreamArriveAsTheyAreSent() throws Exception {
        var answer = HTTP.send(to("/api/v1/incidents/1/stream").build(), HttpResponse.BodyHandlers.ofInputStream());

        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(answer.headers().firstValue("content-type")).hasValue("text/event-stream");
            assertThat(lines.readLine()).isEqualTo("data: first");
        }
    }

    @Test
    void aKilledServiceIsAProblemUntilItIsBack() throws Exception {
        long before = stack.pid("review");
        stack.kill("review");

        var refused = HTTP.send(
                to("/api/v1/reviews").header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).isPresent();
        assertThat(refused.body()).contains("urn:tongbao:problem:service-unavailable", "not running");
        assertThat(get("/api/v1/incidents").statusCode()).isEqualTo(200);

        stack.start("review");
        assertThat(stack.pid("review")).isNotEqualTo(before);
        assertThat(get("/api/v1/reviews").statusCode()).isEqualTo(200);
        assertThat(stack.death().getNow("nobody")).doesNotContain("review");
    }

    @Test
    void anAnswerThatNeverCameSaysSo() throws Exception {
        var answer = get("/api/v1/agencies/die");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("urn:tongbao:problem:answer-lost", "Idempotency-Key");
        await().atMost(Duration.ofSeconds(5)).until(() -> !stack.alive("contacts"));
        assertThat(stack.death())
                .succeedsWithin(Duration.ofSeconds(5))
                .asString()
                .contains("contacts-service died");
        stack.start("contacts", Map.of("TONGBAO_FAKE", "x"));
    }

    @Test
    void mailsAreShownWithoutTheirScripts() throws Exception {
        send("to@example.org", SCRIPT);

        var id = MailJson.readAll(get("/mailboxes.json?to=to%40example.org").body())
                .get(0)
                .id();
        var list = get("/mailboxes");
        var mailbox = get("/mailboxes/to/to%40example.org");
        var mail = get("/mailboxes/mail/" + id);

        for (var page : List.of(list, mailbox, mail)) {
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("<script").contains("to@example.org", "&lt;script&gt;");
            assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                    .contains("default-src 'none'");
        }
        assertThat(mail.body())
                .contains("<iframe sandbox='' title='HTML' srcdoc=\"&lt;p&gt;", "href=\"http://127.0.0.1/ack/1#t\"");
        assertThat(get("/mailboxes/mail/999999").statusCode()).isEqualTo(404);
        assertThat(get("/mailboxes.json?after=" + id).body()).doesNotContain("\"id\":" + id + ",");
    }

    private static void send(String to, String subject) throws Exception {
        try (var socket =
                new Socket("127.0.0.1", stack.infrastructure().part(Part.SMTP).port())) {
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            answers.readLine();
            var mail = "Subject: " + subject + "\r\nContent-Type: text/html\r\n\r\n" + "<p>" + subject
                    + "<a href='http://127.0.0.1/ack/1#t'>x</a></p>\r\n.";
            for (var line : List.of("HELO me", "MAIL FROM:<a@example.org>", "RCPT TO:<" + to + ">", "DATA", mail)) {
                socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(answers.readLine()).matches("[23].*");
            }
        }
    }

    @Test
    void aDeadChildFailsTheStartWithOneLineAndLeavesNothingBehind(@TempDir Path folder) throws Exception {
        var ports = LocalPorts.free(org.tongbao.embedded.Options.SERVICES);
        var dying = LocalOptions.wellKnown(FakeRepository.in(folder), folder.resolve("data"))
                .on(ports)
                .only("intake", "review")
                .durable(false)
                .with("review", "TONGBAO_FAKE_DEATH", folder.toString());

        assertThatThrownBy(() -> LocalStack.start(dying))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("review-service died (exit 7)")
                .hasMessageContaining("review.log")
                .hasMessageContaining("the fake cannot find its database");

        ports.needs().keySet().forEach(port -> assertThat(org.tongbao.embedded.Ports.taken(port))
                .isFalse());
    }

    @Test
    void aMissingBuildIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> LocalStack.start(LocalOptions.wellKnown(folder, folder.resolve("data"))))
                .hasMessageContaining("quarkus-run.jar is missing");
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + options.ports().gateway() + path))
                .timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(to(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, int size) throws Exception {
        return HTTP.send(
                to(path).POST(HttpRequest.BodyPublishers.ofByteArray(new byte[size]))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
