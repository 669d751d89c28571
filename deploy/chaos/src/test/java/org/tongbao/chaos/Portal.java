package org.tongbao.chaos;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.tongbao.local.DemoIdentities;
import org.tongbao.local.LocalStack;
import org.tongbao.smoke.Client;

/** The portal of an agency: it sends a report with the same key again until it is accepted. */
final class Portal {
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(250);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final int CREATED = 201;

    private final Client client;
    private final List<CompletableFuture<Client.Response>> reports = new ArrayList<>();

    Portal(LocalStack stack) {
        client = new Client(stack.service("intake"), stack.token(DemoIdentities.REPORTER));
    }

    CompletableFuture<Client.Response> reportAsync(String key, String body) {
        return client.postAsync("/api/v1/incidents", body, Map.of("Idempotency-Key", key));
    }

    /** A report every quarter of a second for so long, whether the ones before were accepted or not. */
    void reportFor(Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        do {
            String key = UUID.randomUUID().toString();
            reports.add(untilAccepted(key, report(), System.nanoTime() + PATIENCE.toNanos()));
            TimeUnit.MILLISECONDS.sleep(BETWEEN_REPORTS.toMillis());
        } while (System.nanoTime() < end);
    }

    /** The answers to everything that was sent, each accepted in the end. */
    List<Client.Response> accepted() {
        return reports.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Client.Response> untilAccepted(String key, String body, long end) {
        return reportAsync(key, body)
                .handle((response, failure) -> {
                    if (failure == null && response.status() == CREATED) {
                        return CompletableFuture.completedFuture(response);
                    }
                    if (System.nanoTime() > end) {
                        String last = failure == null ? response.status() + " " + response.body() : failure.toString();
                        throw new CompletionException(new AssertionError("never accepted; at last: " + last));
                    }
                    var later = CompletableFuture.delayedExecutor(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS);
                    return CompletableFuture.supplyAsync(() -> null, later)
                            .thenCompose(nothing -> untilAccepted(key, body, end));
                })
                .thenCompose(answer -> answer);
    }

    static String report() {
        return """
            {"title": "網站後台遭植入網頁後門", "description": "例行檢視日誌時發現。", "awareAt": "%s", "declaredLevel": 3,
             "impact": {"confidentiality": {"business": "core", "data": "sensitive", "severity": "minor"}},
             "measures": "已關閉後台。", "support": {"needed": false}}\
            """.formatted(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.now(ZoneOffset.ofHours(8)).truncatedTo(ChronoUnit.SECONDS)));
    }
}
