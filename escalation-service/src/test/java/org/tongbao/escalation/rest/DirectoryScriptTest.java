package org.tongbao.escalation.rest;

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
import org.tongbao.escalation.domain.Matter;
import org.tongbao.escalation.usecase.DirectoryReading;

class DirectoryScriptTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Instant MIDNIGHT = NOON.plus(Duration.ofHours(12));
    private static final Matter.Shift SHIFT = new Matter.Shift("reviewer", NOON, MIDNIGHT);

    static Stream<Matter> matters() {
        return Stream.of(
                new Matter.CodeRequested(NOON),
                new Matter.ShiftStarting("reviewer", NOON, MIDNIGHT, null),
                new Matter.ShiftStarting("reviewer", NOON, MIDNIGHT, "陳審核"),
                new Matter.DutyChanged(List.of(SHIFT), Collections.nCopies(30, SHIFT)),
                new Matter.AttestationDue(NOON),
                new Matter.ReadinessReported(75, List.of(new Text("請登錄資安長。", "File a CISO.")), List.of(), 2));
    }

    @ParameterizedTest
    @MethodSource("matters")
    void everyCallAsksForThePersonAndSpeaksOfNoIncident(Matter matter) {
        var script = DirectoryScript.of(call(matter, "7F3K9Q"));

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
        var script =
                DirectoryScript.of(call(new Matter.DutyChanged(List.of(SHIFT), Collections.nCopies(30, SHIFT)), null));

        assertThat(script.chinese()).contains("新增 1 班：11月20日（週五）12:00 – 11月21日（週六）00:00。", "取消 30 班：");
        assertThat(script.english()).containsOnlyOnce("Shifts no longer yours, 30: ");
    }

    @Test
    void whoMayNotReadTheCodeAloudDoesNotSeeIt() {
        var script = DirectoryScript.of(call(new Matter.CodeRequested(NOON), null));

        assertThat(script.chinese()).contains("（確認碼略）");
        assertThat(script.english()).contains("(code not shown)");
    }

    private static DirectoryReading.Call call(Matter matter, @Nullable String code) {
        UUID id = UUID.randomUUID();
        return new DirectoryReading.Call(
                id,
                id,
                "TPE-EDU",
                matter,
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
