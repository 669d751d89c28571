package org.tongbao.escalation.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongbao.escalation.delivery.smtp.ScriptedSmtp.Moment;

class SmtpInterceptorTest {
    private final Vertx vertx = Vertx.vertx();
    private final ScriptedSmtp server = new ScriptedSmtp();

    @AfterEach
    void close() throws Exception {
        server.close();
        vertx.close();
    }

    @Test
    void theEndOfAConnectionThatCameBeforeConnectReturnedIsTold() throws Exception {
        server.at(Moment.GREETING, ScriptedSmtp.drop());
        var client =
                new SmtpInterceptor().over(new SlowConnecting(vertx).vertx()).createNetClient();
        var heard = new CompletableFuture<Buffer>();
        var ended = new CompletableFuture<Void>();

        var socket = client.connect(server.port(), "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(25, TimeUnit.SECONDS);
        socket.closeHandler(ended::complete);
        socket.handler(heard::complete);

        assertThat(heard.get(25, TimeUnit.SECONDS)).hasToString("421 " + SmtpLine.NO_GREETING + "\r\n");
        assertThat(ended).succeedsWithin(Duration.ofSeconds(25));
    }
}
