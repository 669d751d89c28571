package org.tongbao.escalation.call.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.call.usecase.DirectoryCall;
import org.tongbao.escalation.directory.domain.DirectoryNotification;

class DirectoryScriptTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Instant MIDNIGHT = NOON.plus(Duration.ofHours(12));
    private static final DirectoryNotification.Shift SHIFT =
            new DirectoryNotification.Shift("reviewer", NOON, MIDNIGHT);

    static Stream<DirectoryNotification> matters() {
        return Stream.of(
                new DirectoryNotification.CodeRequested(NOON),
                new DirectoryNotification.ShiftStarting("reviewer", NOON, MIDNIGHT, null),
                new DirectoryNotification.ShiftStarting("reviewer", NOON, MIDNIGHT, "陳審核"),
                new DirectoryNotification.DutyChanged(List.of(SHIFT), Collections.nCopies(30, SHIFT)),
                new DirectoryNotification.AttestationDue(NOON),
                new DirectoryNotification.ReadinessReported(
                        75, List.of(new Text("請登錄資安長。", "File a CISO.")), List.of(), 2));
    }

    @ParameterizedTest
    @MethodSource("matters")
    void everyCallAsksForThePersonAndSpeaksOfNoIncident(DirectoryNotification notification) {
        var script = DirectoryScript.of(call(notification, "7F3K9Q"));

        assertThat(script.chinese())
                .startsWith("您好，請問是 教育局 王小明 嗎？")
                .doesNotContain("null", "%", "事件")
                .hasSizeLessThan(400);
        assertThat(script.english())
                .startsWith("Is this 王小明 of Education? ")
                .doesNotContain("null", "%", "incident")
                .hasSizeLessThan(500);
    }

    @Test
    void changedDutyIsCountedAndItsBeginningReadAloud() {
        var script = DirectoryScript.of(
                call(new DirectoryNotification.DutyChanged(List.of(SHIFT), Collections.nCopies(30, SHIFT)), null));

        assertThat(script.chinese()).contains("新增 1 班：11月20日（週五）12:00 – 11月21日（週六）00:00。", "取消 30 班：");
        assertThat(script.english()).containsOnlyOnce("Shifts no longer yours, 30: ");
    }

    @Test
    void whoMayNotReadTheCodeAloudDoesNotSeeIt() {
        var script = DirectoryScript.of(call(new DirectoryNotification.CodeRequested(NOON), null));

        assertThat(script.chinese()).contains("（確認碼略）");
        assertThat(script.english()).contains("(code not shown)");
    }

    private static DirectoryCall call(DirectoryNotification notification, @Nullable String code) {
        UUID id = UUID.randomUUID();
        return new DirectoryCall(
                id,
                id,
                "TPE-EDU",
                notification,
                "王小明",
                "教育局",
                "Education",
                "zh-TW",
                "+886-2-5555-0101",
                NOON,
                true,
                null,
                null,
                null,
                code);
    }
}
