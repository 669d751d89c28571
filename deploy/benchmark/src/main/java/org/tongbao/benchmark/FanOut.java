package org.tongbao.benchmark;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tongbao.local.DemoIdentities;
import org.tongbao.local.LocalStack;

/**
 * Ten thousand agencies are told that they are affected: incidents that name as many as one may are reported, the duty desk
 * confirms all of them at once, and the clock runs until a relay has accepted the last mail.
 */
final class FanOut {
    static final int INCIDENTS = 50;
    static final int AGENCIES_EACH = 200;
    static final int MAILS = INCIDENTS * AGENCIES_EACH;

    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    private final LocalStack stack;
    private final MailSink sink;
    private final ServiceClient client;

    FanOut(Vertx vertx, LocalStack stack, MailSink sink) {
        this.stack = stack;
        this.sink = sink;
        this.client = new ServiceClient(vertx, stack.gateway());
    }

    /** Accepted mails a second, from the first confirmation that is sent to the last mail. */
    double run() throws Exception {
        report();
        List<UUID> questions = questions();
        sink.awaitQuiet(QUIET);
        long before = sink.accepted();
        Instant began = Instant.now();
        confirm(questions);
        Instant last = sink.await(before + MAILS, TIMEOUT);
        return MAILS / (Duration.between(began, last).toMillis() / 1000.0);
    }

    private void report() {
        String token = stack.token(DemoIdentities.REPORTER);
        for (int incident = 0; incident < INCIDENTS; incident++) {
            String affected = IntStream.range(incident * AGENCIES_EACH, (incident + 1) * AGENCIES_EACH)
                    .mapToObj(agency -> "{\"agency\": \"" + DirectoryDocument.code(agency) + "\", \"why\": \"共用平台\"}")
                    .collect(Collectors.joining(", ", "[", "]"));
            accepted(post("incidents", token, ReportBody.levelThreeAffecting(affected)));
        }
    }

    private void confirm(List<UUID> questions) {
        String token = stack.token(DemoIdentities.DUTY_DESK);
        List<Future<ServiceClient.Response>> answers = new ArrayList<>();
        questions.forEach(question ->
                answers.add(post("notices/" + question + "/confirmation", token, "{\"decision\": \"CONFIRMED\"}")));
        answers.forEach(FanOut::accepted);
    }

    private Future<ServiceClient.Response> post(String path, String token, String body) {
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        return client.send(HttpMethod.POST, path, token, headers, body);
    }

    private static void accepted(Future<ServiceClient.Response> answer) {
        var response = Futures.join(answer);
        if (response.status() >= 300) {
            throw new IllegalStateException(response.status() + " " + response.body());
        }
    }

    /** The notices that ask the duty desk, one an incident. */
    private List<UUID> questions() throws SQLException {
        String database = Objects.requireNonNull(
                stack.infrastructure().environment("escalation").get("TONGBAO_DB_URL"));
        long end = System.nanoTime() + TIMEOUT.toNanos();
        try (var connection = DriverManager.getConnection("jdbc:" + database, "postgres", "");
                var query = connection.prepareStatement("select distinct on (incident_id) id from notice"
                        + " where rule = 'lateral-confirmation' order by incident_id, id")) {
            List<UUID> found = new ArrayList<>();
            while (found.size() < INCIDENTS && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_INTERVAL.toMillis()));
                found.clear();
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            if (found.size() < INCIDENTS) {
                throw new IllegalStateException("only " + found.size() + " incidents wait for a confirmation");
            }
            return found;
        }
    }
}
