package org.tongbao.embedded;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/** One of the two mail relays; both deliver into the same {@link MailStore}. */
public final class EmbeddedSmtp implements EmbeddedPart {
    private static final long START_LIMIT_MILLIS = 10_000;

    private final int number;
    private final int port;
    private final MailStore mails;
    private @Nullable GreenMail server;

    EmbeddedSmtp(int number, int port, MailStore mails) {
        this.number = number;
        this.port = port;
        this.mails = mails;
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(START_LIMIT_MILLIS);
        var starting =
                PromptSmtpServer.in(setup).withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        try {
            starting.start();
        } catch (RuntimeException e) {
            throw new EmbeddedStartException("mail relay %d did not start on port %d".formatted(number, port), e);
        }
        starting.getUserManager().setMessageDeliveryHandler((message, address) -> {
            keep(message.getMessage(), address.getEmail());
            return new Nobody();
        });
        server = starting;
    }

    private void keep(MimeMessage message, String recipient) throws MessagingException {
        mails.add(number, recipient, message);
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public synchronized boolean running() {
        return server != null;
    }

    @Override
    public int port() {
        return port;
    }

    /** Takes the second copy that the server would keep in its own mailbox. */
    private static final class Nobody implements GreenMailUser {
        @Override
        public String getEmail() {
            return "";
        }

        @Override
        public String getLogin() {
            return "";
        }

        @Override
        public void deliver(com.icegreen.greenmail.mail.MovingMessage message) {}

        @Override
        public void deliver(MimeMessage message) {}

        @Override
        public void create() {}

        @Override
        public void delete() {}

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) throws UserException {}

        @Override
        public String getQualifiedMailboxName() {
            return "";
        }
    }
}
