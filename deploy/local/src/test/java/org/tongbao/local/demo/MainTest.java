package org.tongbao.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {
    private final ByteArrayOutputStream notified = new ByteArrayOutputStream();

    @Test
    void anUnknownOptionIsNamed() {
        assertThat(run("--quick")).isEqualTo(2);
        assertThat(notified.toString(StandardCharsets.UTF_8)).contains("--quick");
    }

    @Test
    void withoutAStackItSaysWhatToStart() throws IOException {
        int port = unused();

        int code = run("--url", "http://127.0.0.1:" + port, "--issuer", "http://127.0.0.1:" + port + "/tongbao");

        assertThat(code).isEqualTo(1);
        assertThat(notified.toString(StandardCharsets.UTF_8)).contains("deploy/local/up");
    }

    private int run(String... arguments) {
        return Main.run(new PrintStream(notified, true, StandardCharsets.UTF_8), arguments);
    }

    private static int unused() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
