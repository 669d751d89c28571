package org.tongbao.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As in a container that runs as root and forbids user namespaces. */
class RootWithoutUnshareTest {
    @Test
    void theDatabaseRunsAsNobody(@TempDir Path folder) throws Exception {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        assumeThat(Path.of("/usr/bin/setpriv")).isExecutable();
        var forbidden = Files.writeString(folder.resolve("unshare"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(forbidden, PosixFilePermissions.fromString("rwxr-xr-x"));
        var output = folder.resolve("output");

        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneStart.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        process.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        var started = process.start();

        assertThat(started.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).content().contains("answered as intake_app, data of 65534");
        assertThat(started.exitValue()).isZero();
    }

    /** Starts a database, asks it something, restarts it and stops it. */
    static final class OneStart {
        private OneStart() {}

        public static void main(String[] args) throws Exception {
            try (var stack = EmbeddedStack.start(Options.forTests("intake").only(Part.POSTGRES))) {
                stack.postgres().kill();
                stack.postgres().start();
                try (var app = stack.postgres().as("intake_app", "intake");
                        var statement = app.createStatement();
                        var rows = statement.executeQuery("select current_user")) {
                    rows.next();
                    System.out.println("answered as " + rows.getString(1) + ", data of "
                            + Files.getAttribute(stack.data().resolve("postgres/PG_VERSION"), "unix:uid"));
                }
            }
        }
    }
}
