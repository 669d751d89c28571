package org.tongbao.benchmark;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongbao.embedded.Mail;
import org.tongbao.local.LocalStack;

/** From the moment a report is sent to the moment the relay has the last mail of the first step, one report at a time. */
final class MailLatency {
    private static final Pattern NUMBER = Pattern.compile("\"number\"\\s*:\\s*\"([^\"]+)\"");
    private static final Duration QUIET = Duration.ofMillis(600);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalStack stack;
    private final String token;

    MailLatency(LocalStack stack, String token) {
        this.stack = stack;
        this.token = token;
    }

    /** How many mails the first step of one report sends, found by waiting until nothing follows. */
    int mailsOfOneReport() throws Exception {
        String number = report();
        long quietSince = System.nanoTime();
        int count = 0;
        while (System.nanoTime() - quietSince < QUIET.toNanos() * 5 || count == 0) {
            int now = mails(number).size();
            if (now != count) {
                count = now;
                quietSince = System.nanoTime();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return count;
    }

    Timings measure(int reports, int expected) throws Exception {
        var timings = new Timings();
        for (int i = 0; i < reports; i++) {
            Instant sent = Instant.now();
            String number = report();
            timings.add(Duration.between(sent, lastMailAt(number, expected)).toNanos());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50)); // an idle stack between two reports
        }
        return timings;
    }

    private Instant lastMailAt(String number, int expected) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < end) {
            List<Mail> mails = mails(number);
            if (mails.size() >= expected) {
                return mails.stream().map(Mail::receivedAt).sorted().toList().get(expected - 1);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        throw new IllegalStateException("after " + TIMEOUT + " only "
                + mails(number).size() + " of " + expected + " mails of " + number + " had arrived");
    }

    private List<Mail> mails(String number) {
        return stack.mails().stream()
                .filter(mail -> mail.subject().contains(number))
                .toList();
    }

    private String report() throws Exception {
        var request = HttpRequest.newBuilder(stack.gateway().resolve("/api/v1/incidents"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(ReportBody.levelThree()))
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        Matcher number = NUMBER.matcher(response.body());
        if (response.statusCode() != 201 || !number.find()) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return number.group(1);
    }
}
