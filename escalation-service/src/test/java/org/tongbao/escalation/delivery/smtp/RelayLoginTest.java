package org.tongbao.escalation.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongbao.escalation.delivery.smtp.Relay.Attempted;
import org.tongbao.escalation.delivery.usecase.SendResult.Accepted;
import org.tongbao.escalation.delivery.usecase.SendResult.TryLater;

/** What the connection is made of: TLS and login, against a real server. */
class RelayLoginTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String USER = "tongbao";
    private static final String PASSWORD = "right";

    private static Vertx vertx;

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {dynamic(ServerSetup.PROTOCOL_SMTP), dynamic(ServerSetup.PROTOCOL_SMTPS)});

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close();
    }

    private static ServerSetup dynamic(String protocol) {
        return new ServerSetup(0, "127.0.0.1", protocol);
    }

    private void start() {
        server.start();
        server.setUser("tongbao@tongbao.example", USER, PASSWORD);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aLetterGoesOverTlsToARelayThatIsTrusted() {
        start();

        var attempted = send(config(server.getSmtps().getPort()).setSsl(true).setTrustAll(true));

        assertThat(attempted.result()).isInstanceOf(Accepted.class);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aRelayWhoseCertificateNobodyVouchesForGetsNothing() {
        start();

        var attempted = send(config(server.getSmtps().getPort()).setSsl(true));

        assertThat(attempted).isEqualTo(new Attempted(new TryLater("relay-unreachable"), true));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aRelayWithoutTheTlsThatIsRequiredGetsNothing() throws IOException {
        try (var plain = new ScriptedSmtp()) {
            var attempted = send(config(plain.port()).setStarttls(StartTLSOptions.REQUIRED));

            assertThat(attempted).isEqualTo(new Attempted(new TryLater("relay-unreachable"), true));
            assertThat(plain.commands()).isNotEmpty().noneMatch(command -> command.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN"})
    void aLoginIsMade(String method) {
        start();

        var attempted = send(login(method, PASSWORD));

        assertThat(attempted.result()).isInstanceOf(Accepted.class);
    }

    @Test
    void aWrongPasswordIsTheRelaysMatterAndNotTheRecipients() {
        start();

        var attempted = send(login("PLAIN", "wrong"));

        assertThat(attempted).isEqualTo(new Attempted(new TryLater("relay-535"), true));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private MailConfig login(String method, String password) {
        return config(server.getSmtp().getPort())
                .setLogin(LoginOption.REQUIRED)
                .setAuthMethods(method)
                .setUsername(USER)
                .setPassword(password);
    }

    private static MailConfig config(int port) {
        return new MailConfig("127.0.0.1", port).setOwnHostname("tongbao.example");
    }

    private static Attempted send(MailConfig config) {
        var relay = new Relay("relay-1", "tongbao@tongbao.example", vertx, config, ShortLimits.none());
        try {
            return relay.send(mail(), LIMIT, LIMIT)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(25, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no result in time", e);
        } finally {
            relay.close();
        }
    }

    private static OutgoingMail mail() {
        return new OutgoingMail(
                new MailAddress("duty@example.test"),
                "<" + UUID.randomUUID() + "@tongbao.example>",
                "incident-" + UUID.randomUUID(),
                "en",
                "subject",
                false,
                "text",
                "<p>text</p>");
    }
}
