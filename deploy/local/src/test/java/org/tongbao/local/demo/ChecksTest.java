package org.tongbao.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private final ByteArrayOutputStream notified = new ByteArrayOutputStream();
    private final Checks checks = new Checks(new Narrator(new PrintStream(notified, true, StandardCharsets.UTF_8)));

    @Test
    void whatHoldsIsCounted() {
        checks.equal("收件人", "recipients", List.of("a"), List.of("a"));

        assertThat(checks.passed()).isEqualTo(1);
        assertThat(checks.failed()).isEmpty();
    }

    @Test
    void whatDoesNotHoldIsToldWithBothSides() {
        checks.equal("收件人", "recipients", List.of("a", "b"), List.of("a", "c"));

        assertThat(checks.failed()).containsExactly("收件人 recipients: expected [a, b], found [a, c]");
        assertThat(notified.toString(StandardCharsets.UTF_8)).contains("✗ 收件人", "預期 expected", "實際 found");
    }
}
