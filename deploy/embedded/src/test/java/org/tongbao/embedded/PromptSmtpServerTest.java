package org.tongbao.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class PromptSmtpServerTest {
    @Test
    void noLineOfAnAnswerWaitsUntilTheOneBeforeItIsAcknowledged() throws Exception {
        try (var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(port.getInetAddress(), port.getLocalPort());
                var accepted = port.accept()) {
            var server =
                    new PromptSmtpServer(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), new Managers());

            server.createProtocolHandler(accepted);

            assertThat(accepted.getTcpNoDelay()).isTrue();
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void theStacksRelaysAreSuchServers() {
        var relays = PromptSmtpServer.in(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        relays.start();
        try {
            assertThat(relays.getSmtp()).isInstanceOf(PromptSmtpServer.class);
        } finally {
            relays.stop();
        }
    }
}
