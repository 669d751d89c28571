package org.tongbao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    @Test
    void aTakenPortIsNamedWithWhatNeedsItAndWhatToDo() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Preflight.free(taken.getLocalPort(), "gateway"))
                    .hasMessageContaining("port " + taken.getLocalPort() + " is taken, gateway needs it")
                    .hasMessageContaining("--port")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void everyPortOfTheStackIsLookedAtOnce() {
        assertThat(LocalPorts.wellKnown(8080, 0).needs().keySet())
                .containsExactlyInAnyOrder(
                        8080, 8081, 9181, 8082, 9182, 8083, 9183, 8084, 9184, 15432, 19092, 13025, 13026, 18090);
    }

    @Test
    void tooLittleMemoryIsToldBeforeTheSystemKillsAPart() {
        assertThatThrownBy(() -> Preflight.memory(512))
                .hasMessageContaining("512 MB are free, the stack needs " + Preflight.NEEDED_MEGABYTES);
        assertThatCode(() -> Preflight.memory(Preflight.NEEDED_MEGABYTES)).doesNotThrowAnyException();
        assertThat(Preflight.availableMegabytes()).isPositive();
    }

    @Test
    void anOldJavaIsNamed() {
        assertThatThrownBy(() -> Preflight.java(11)).hasMessageContaining("Java 11 is too old");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("a-file"), "");

        assertThatThrownBy(() -> Preflight.writable(file.resolve("below")))
                .hasMessageContaining("cannot write to the folder");
    }
}
