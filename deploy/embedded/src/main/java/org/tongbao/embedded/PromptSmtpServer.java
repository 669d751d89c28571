package org.tongbao.embedded;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;

/**
 * GreenMail's server without its pause. It writes the lines of its answer to EHLO one by one, and the system would hold the
 * second back until the client's system acknowledges the first, which that delays by 40 ms: on each new connection.
 */
final class PromptSmtpServer extends SmtpServer {
    PromptSmtpServer(ServerSetup setup, Managers managers) {
        super(setup, managers);
    }

    /** A GreenMail that starts this server for its one setup. */
    static GreenMail in(ServerSetup setup) {
        return new GreenMail(setup) {
            @Override
            protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
                return Map.of(setup.getProtocol(), new PromptSmtpServer(setup, managers));
            }
        };
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
        try {
            client.setTcpNoDelay(true);
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        return super.createProtocolHandler(client);
    }
}
