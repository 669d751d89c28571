package org.tongbao.escalation.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendingLoopsTest {
    private final Vertx vertx = Vertx.vertx();
    private final SendingLoops loops = new SendingLoops(vertx);

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void fewLettersStayOnTheLoopOfTheWarmConnection() {
        assertThat(IntStream.range(0, 4).mapToObj(loops::forOneMore).collect(Collectors.toSet()))
                .hasSize(1);
    }

    @Test
    void everyLoopHasItsShareOfABurst() {
        var used = IntStream.range(0, 200)
                .mapToObj(underWay -> ((ContextInternal) loops.forOneMore(underWay)).nettyEventLoop())
                .collect(Collectors.toSet());

        assertThat(used).hasSize(Runtime.getRuntime().availableProcessors() * 2);
    }
}
