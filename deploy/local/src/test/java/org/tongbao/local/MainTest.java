package org.tongbao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongbao.embedded.Ports;

/** The launcher as a process of its own, ended in every way a person ends it. */
class MainTest {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(150);

    private final Path folder;
    private final int shift;
    private final LocalPorts ports;
    private final Path output;
    private final List<Process> launched = new ArrayList<>();

    MainTest(@TempDir Path folder) throws IOException {
        this.folder = FakeRepository.in(folder);
        output = folder.resolve("output");
        shift = freeShift();
        ports = at(shift);
    }

    private static int freeShift() {
        int shift;
        do {
            shift = ThreadLocalRandom.current().nextInt(10_000, 15_000);
        } while (at(shift).needs().keySet().stream().anyMatch(Ports::taken));
        return shift;
    }

    private static LocalPorts at(int shift) {
        return LocalPorts.wellKnown(LocalPorts.GATEWAY + shift, shift);
    }

    @AfterEach
    void end() throws Exception {
        for (var launcher : launched) {
            launcher.destroyForcibly().waitFor();
        }
        new Leftovers(folder.resolve(".tongbao")).clean();
    }

    @Test
    void sigtermStopsEverythingAndDataSurvivesSigkillAndRestartButNotFresh() throws Exception {
        launch();
        awaitReady();
        assertThat(Files.readString(output))
                .contains("資料庫 PostgreSQL", "訊息佇列 Kafka", "mail relay 2", "identity provider", "gateway")
                .contains("通報服務 intake", "審核服務 review", "通知服務 escalation", "聯絡人服務 contacts")
                .contains("/mailboxes", "/api/openapi/intake", "deploy/local/demo", "report-taipei-level-3.json");
        DemoIdentities.ALL.forEach(identity -> assertThat(output).content().contains(identity.sub()));
        executeInDatabase("create table kept (id int)");

        launcher().destroy();
        assertThat(launcher().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).content().contains("已停止 stopped");
        nothingListens();

        launch();
        awaitReady();
        executeInDatabase("insert into kept values (1)");
        launcher().destroyForcibly().waitFor();

        launch();
        awaitReady();
        assertThat(output).content().contains("ended what an earlier run left behind: intake", "postgres");
        executeInDatabase("insert into kept values (2)");
        launcher().destroy();
        launcher().waitFor();

        launch("--fresh");
        awaitReady();
        executeInDatabase("create table kept (id int)");
    }

    @Test
    void aDeadServiceIsStartedAgainAndALineSaysSo() throws Exception {
        launch();
        awaitReady();
        long dead = pid("escalation");

        ProcessHandle.of(dead).orElseThrow().destroyForcibly();

        await().atMost(START_TIMEOUT).untilAsserted(() -> assertThat(output)
                .content()
                .contains("escalation-service died (exit 137)", "重新啟動 starting it again in 0.5 s")
                .containsPattern("(?s)starting it again.*通知服務 escalation .*就緒 up"));
        assertThat(pid("escalation")).isNotEqualTo(dead);
        assertThat(launcher().isAlive()).isTrue();
    }

    private long pid(String service) throws IOException {
        return Long.parseLong(
                Files.readString(folder.resolve(".tongbao/processes").resolve(service))
                        .split(" ")[0]);
    }

    @Test
    void aTakenPortEndsTheStartWithOneLine() throws Exception {
        try (var taken = new ServerSocket(ports.infrastructure().kafka(), 1, InetAddress.getLoopbackAddress())) {
            launch();
            assertThat(launcher().waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(launcher().exitValue()).isEqualTo(1);
            assertThat(Files.readAllLines(output))
                    .singleElement()
                    .asString()
                    .contains("port " + taken.getLocalPort() + " is taken, Kafka needs it");
        }
    }

    @Test
    void anUnknownOptionIsAnErrorOfUse() throws Exception {
        launch("--frsh");

        assertThat(launcher().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher().exitValue()).isEqualTo(2);
        assertThat(output).content().contains("--frsh", "--help");
    }

    private void launch(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--shift",
                Integer.toString(shift)));
        command.addAll(List.of(arguments));
        Files.deleteIfExists(output);
        launched.add(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start());
    }

    private Process launcher() {
        return launched.get(launched.size() - 1);
    }

    private void awaitReady() {
        await().atMost(START_TIMEOUT).until(() -> {
            assertThat(launcher().isAlive()).as(Files.readString(output)).isTrue();
            return Files.readString(output).contains("Ctrl-C");
        });
        assertThat(output).content().contains("就緒 ready");
    }

    private void nothingListens() {
        ports.needs().keySet().forEach(port -> assertThat(Ports.taken(port)).isFalse());
    }

    private void executeInDatabase(String sql) throws Exception {
        var url = "jdbc:postgresql://127.0.0.1:" + ports.infrastructure().postgres() + "/intake";
        try (var owner = java.sql.DriverManager.getConnection(url, "intake_owner", "intake_owner");
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
