package org.tongbao.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What every module's tests rely on: this JVM's own stack, started before the first test. */
class TestSessionTest {
    @Test
    void theEnvironmentOfTheServiceIsSetAsSystemProperties() throws Exception {
        assertThat(System.getProperty("TONGBAO_DB_URL"))
                .startsWith("postgresql://127.0.0.1:")
                .endsWith("/intake");
        assertThat(System.getProperty("TONGBAO_OIDC_ISSUER"))
                .startsWith("http://localhost:")
                .endsWith("/tongbao");
        assertThat(System.getProperty("quarkus.http.test-port")).isEqualTo("0");
        assertThat(TestDatabase.service()).isEqualTo("intake");
        try (var app = TestDatabase.app();
                var owner = TestDatabase.owner();
                var superuser = TestDatabase.superuser()) {
            assertThat(app.isValid(1) && owner.isValid(1) && superuser.isValid(1))
                    .isTrue();
        }
    }

    @Test
    void mailIsReadFromAnyClassLoader() throws Exception {
        TestMail.clear();
        send("HELO me", "MAIL FROM:<a@example.org>", "RCPT TO:<b@example.org>", "DATA", "Subject: hi\r\n\r\nbody\r\n.");

        assertThat(TestMail.to("B@example.org")).singleElement().satisfies(mail -> assertThat(mail.subject())
                .isEqualTo("hi"));
        assertThat(TestMail.to("c@example.org")).isEmpty();
        assertThat(sizeSeenByAnotherClassLoader()).isEqualTo(TestMail.all().size());
    }

    private static void send(String... commands) throws Exception {
        try (var socket = new Socket("127.0.0.1", Integer.getInteger("TONGBAO_SMTP_PORT"))) {
            var answers = new java.io.BufferedReader(
                    new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            answers.readLine();
            for (var command : commands) {
                socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(answers.readLine()).matches("[23].*");
            }
        }
    }

    private static int sizeSeenByAnotherClassLoader() throws Exception {
        var urls = new java.util.ArrayList<URL>();
        for (var entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            urls.add(java.nio.file.Path.of(entry).toUri().toURL());
        }
        try (var other = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            var mails =
                    other.loadClass(TestMail.class.getName()).getMethod("all").invoke(null);
            return ((java.util.List<?>) mails).size();
        }
    }

    @Test
    void tokensAreIssuedForWhomTheTestNames() {
        var token = TestTokens.token("u1", "王小明", "TPE-EDU", "reporter", "approver");

        assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8))
                .contains("\"sub\":\"u1\"", "王小明", "[\"reporter\",\"approver\"]")
                .contains(System.getProperty("TONGBAO_OIDC_ISSUER"));
    }

    @Test
    void aPartIsStoppedAndStartedByName() {
        int port = URI.create("http://" + System.getProperty("TONGBAO_KAFKA")).getPort();

        TestParts.stop(Part.KAFKA);
        assertThat(Ports.taken(port)).isFalse();
        TestParts.start(Part.KAFKA);

        assertThat(Ports.taken(port)).isTrue();
    }
}
