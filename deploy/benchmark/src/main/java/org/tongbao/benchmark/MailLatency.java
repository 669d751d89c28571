package org.tongbao.benchmark;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.tongbao.local.LocalStack;

/** From the moment a report is sent to the first and the last mail of the first step, one report at a time. */
final class MailLatency {
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalStack stack;
    private final MailSink sink;
    private final String token;

    MailLatency(LocalStack stack, MailSink sink, String token) {
        this.stack = stack;
        this.sink = sink;
        this.token = token;
    }

    record Result(Timings first, Timings last) {}

    /** How many mails the first step of one report sends, found by waiting until nothing follows. */
    int mailsOfOneReport() throws Exception {
        long before = sink.accepted();
        report();
        sink.await(before + 1, TIMEOUT);
        return (int) (sink.awaitQuiet(QUIET) - before);
    }

    /** Nothing else is going on, so the next mails that the sink accepts are those of the report. */
    Result measure(int reports, int expected) throws Exception {
        var result = new Result(new Timings(), new Timings());
        for (int i = 0; i < reports; i++) {
            long before = sink.accepted();
            Instant sent = Instant.now();
            report();
            Instant last = sink.await(before + expected, TIMEOUT);
            result.first()
                    .add(Duration.between(sent, sink.acceptedAt(before + 1)).toNanos());
            result.last().add(Duration.between(sent, last).toNanos());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50)); // an idle stack between two reports
        }
        return result;
    }

    private void report() throws Exception {
        var request = HttpRequest.newBuilder(stack.gateway().resolve("/api/v1/incidents"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(ReportBody.levelThree()))
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
    }
}
