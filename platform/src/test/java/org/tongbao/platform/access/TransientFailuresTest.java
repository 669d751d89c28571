package org.tongbao.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransientFailuresTest {
    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesByItselfIsTriedAgain(Throwable failure) {
        assertThat(TransientFailures.isTransient(failure)).isTrue();
        assertThat(TransientFailures.isTransient(new CompletionException(failure)))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatARetryOnlyRepeatsIsNot(Throwable failure) {
        assertThat(TransientFailures.isTransient(failure)).isFalse();
        assertThat(TransientFailures.isTransient(new CompletionException(failure)))
                .isFalse();
    }

    static Stream<Throwable> passing() {
        return Stream.of(
                new ConnectException("refused"),
                new VertxException("Connection was closed"),
                // What a pool says while its service goes down; such a record once went to the dead letters.
                new NoStackTraceThrowable("Pool closed"),
                postgres("57P01"),
                postgres("40P01"),
                postgres("53300"),
                new SQLException("terminated", "57P01"));
    }

    static Stream<Throwable> lasting() {
        return Stream.of(
                new IllegalStateException("a defect"),
                new NullPointerException(),
                new UncheckedIOException(new JsonParseException("unreadable")),
                postgres("23505"),
                postgres("42601"),
                new SQLException("duplicate key", "23505"));
    }

    private static PgException postgres(String state) {
        return new PgException("message", "ERROR", state, "detail");
    }
}
