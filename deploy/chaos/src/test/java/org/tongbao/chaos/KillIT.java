package org.tongbao.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongbao.local.LocalOptions;
import org.tongbao.local.LocalStack;
import org.tongbao.smoke.Client;
import org.tongbao.smoke.Reconciliation;

/**
 * {@code kill -9} at the six fault points that could lose or double a report or a mail, {@code tongbao.chaos.rounds} each, on the packaged services.
 * The process leaves a trace at the fault point and stands still, so each round proves that it was killed there and not
 * somewhere near; the next process finishes what it could not.
 */
class KillIT {
    private static final int ROUNDS = Settings.rounds();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Map<String, String> FAST_SESSIONS =
            Map.of("TONGBAO_KAFKA_SESSION_MS", "1500", "TONGBAO_KAFKA_HEARTBEAT_MS", "400");

    /** Who died holds a mail until then; the limits of one attempt stay below it. */
    private static final Map<String, String> SHORT_LEASE = Map.of(
            "TONGBAO_DELIVERY_LEASE", "4s", "TONGBAO_DELIVERY_TIME_LIMIT", "3s", "TONGBAO_MAIL_TIME_LIMIT", "2s");

    @TempDir
    Path folder;

    private Path trace;
    private LocalStack stack;
    private Portal portal;
    private Reconciliation reconciliation;

    @BeforeEach
    void nameTheTrace() {
        trace = folder.resolve("reached");
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void intakeDiesAfterTheCommitAndBeforeTheAnswer() throws Exception {
        start("intake", "report-after-commit");

        for (int round = 0; round < ROUNDS; round++) {
            String key = UUID.randomUUID().toString();
            String body = report();
            arm();
            CompletableFuture<Client.Response> lost = report(key, body);
            awaitTrace();
            assertThat(lost).isNotDone();
            killAndRestart("intake");

            reconciliation.accepted(report(key, body).join());
        }

        reconciliation.verify();
    }

    @Test
    void theRelayDiesBeforeItSends() throws Exception {
        relayDiesAt("relay-before-send");
    }

    @Test
    void theRelayDiesBetweenSendAndMark() throws Exception {
        relayDiesAt("relay-before-mark");
    }

    @Test
    void aListenerDiesBeforeItsCommit() throws Exception {
        listenerDiesAt("listener-before-commit");
    }

    @Test
    void aListenerDiesAfterItsCommit() throws Exception {
        listenerDiesAt("listener-after-commit");
    }

    @Test
    void escalationDiesBetweenSendAndRecord() throws Exception {
        start("escalation", "after-send-before-record", SHORT_LEASE);
        for (int round = 0; round < ROUNDS; round++) {
            arm();
            reconciliation.accepted(
                    report(UUID.randomUUID().toString(), report()).join());
            awaitTrace();
            killAndRestart("escalation");
            // Else the mail of this round, which is due first, would be the one of every round, up to its last copy.
            reconciliation.awaitNoClaimedMail();
        }
        reconciliation.verifyWithCopies(ROUNDS);
    }

    private void relayDiesAt(String faultPoint) throws Exception {
        start("intake", faultPoint);
        for (int round = 0; round < ROUNDS; round++) {
            arm();
            reconciliation.accepted(
                    report(UUID.randomUUID().toString(), report()).join());
            awaitTrace();
            killAndRestart("intake");
        }
        reconciliation.verify();
    }

    private void listenerDiesAt(String faultPoint) throws Exception {
        start("review", faultPoint);
        for (int round = 0; round < ROUNDS; round++) {
            arm();
            reconciliation.accepted(
                    report(UUID.randomUUID().toString(), report()).join());
            awaitTrace();
            killAndRestart("review");
        }
        reconciliation.verify();
    }

    // The trace is there from the start, so that nothing stops before a round arms the fault point.
    private void start(String service, String faultPoint) throws IOException {
        start(service, faultPoint, Map.of());
    }

    private void start(String service, String faultPoint, Map<String, String> more) throws IOException {
        Files.createFile(trace);
        LocalOptions options = LocalOptions.forTests()
                .with(service, "TONGBAO_FAULT_POINT", faultPoint)
                .with(service, "TONGBAO_FAULT_FILE", trace.toString());
        for (var settings : List.of(FAST_SESSIONS, more)) {
            for (var entry : settings.entrySet()) {
                options = options.with(service, entry.getKey(), entry.getValue());
            }
        }
        stack = LocalStack.start(options);
        portal = new Portal(stack);
        reconciliation = new Reconciliation(stack);
    }

    private void arm() throws IOException {
        Files.delete(trace);
    }

    private void awaitTrace() {
        await().atMost(SOON).until(() -> Files.exists(trace));
    }

    private void killAndRestart(String service) {
        stack.kill(service);
        assertThat(stack.alive(service)).isFalse();
        stack.start(service);
    }

    private CompletableFuture<Client.Response> report(String key, String body) {
        return portal.reportAsync(key, body);
    }

    private static String report() {
        return Portal.report();
    }
}
