package org.tongbao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that die: one is killed, one dies at each start. */
class RestartsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration NEVER_SETTLED = Duration.ofHours(1);

    private static Path sick;
    private static LocalStack stack;

    private final Told told = new Told();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        sick = folder.resolve("sick");
        stack = LocalStack.start(LocalOptions.wellKnown(FakeRepository.in(folder), folder.resolve("data"))
                .on(LocalPorts.free(List.of("review")))
                .only("review")
                .durable(false)
                .flags(List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"))
                .with("review", "TONGBAO_FAKE_DEATH", sick.toString()));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @AfterEach
    void recover() throws Exception {
        Files.deleteIfExists(sick);
        stack.start("review");
    }

    @Test
    void aKilledServiceIsReadyAgain() {
        stack.restartDead(new RestartPolicy(List.of(AT_ONCE), NEVER_SETTLED), told);
        long dead = stack.pid("review");

        ProcessHandle.of(dead).orElseThrow().destroyForcibly();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told.lines)
                .hasSize(2)
                .first()
                .asString()
                .contains("review-service died (exit 137)"));
        assertThat(told.lines).last().isEqualTo("restarted review");
        assertThat(stack.pid("review")).isNotEqualTo(dead);
    }

    @Test
    void aServiceThatDiesAtEachStartIsGivenUpWithItsReason() throws Exception {
        stack.restartDead(new RestartPolicy(List.of(AT_ONCE, AT_ONCE), NEVER_SETTLED), told);
        Files.createFile(sick);

        ProcessHandle.of(stack.pid("review")).orElseThrow().destroyForcibly();

        assertThat(stack.death())
                .succeedsWithin(PATIENCE)
                .asString()
                .contains("review-service died (exit 7)", "the fake cannot find its database", "after 2 restarts");
        assertThat(told.lines).hasSize(2).noneMatch(line -> line.startsWith("restarted"));
    }

    @Test
    void aServiceThatHadSettledIsForgivenItsEarlierDeaths() {
        stack.restartDead(new RestartPolicy(List.of(AT_ONCE), Duration.ZERO), told);

        for (int death = 1; death <= 3; death++) {
            ProcessHandle.of(stack.pid("review")).orElseThrow().destroyForcibly();
            int lines = 2 * death;
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(told.lines).hasSize(lines).last().isEqualTo("restarted review"));
        }
    }

    @Test
    void aServiceThatIsStoppedOnPurposeStaysDown() {
        stack.restartDead(new RestartPolicy(List.of(AT_ONCE), NEVER_SETTLED), told);

        stack.kill("review");

        assertThat(stack.alive("review")).isFalse();
        assertThat(told.lines).isEmpty();
    }

    private static final class Told implements RestartReport {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void restarting(String reason, Duration pause) {
            lines.add(reason);
        }

        @Override
        public void restarted(ServiceProcess service) {
            lines.add("restarted " + service.name());
        }

        @Override
        public void notReady(String reason) {
            lines.add("not ready: " + reason);
        }
    }
}
