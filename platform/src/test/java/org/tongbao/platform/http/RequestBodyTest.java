package org.tongbao.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongbao.contracts.Text;

class RequestBodyTest {
    private static final RequestBody<Probe> BODY =
            RequestBody.of(Probe.class, "schemas/probe.json", "invalid-probe", new Text("內容需要修正", "Wrong probe"));

    record Impact(String business) {}

    record System(String name) {}

    record Probe(
            String title,
            OffsetDateTime awareAt,
            Integer declaredLevel,
            String tlp,
            Impact impact,
            List<System> systems) {}

    @Test
    void aGoodBodyIsBoundWithItsOwnOffset() {
        Probe probe = BODY.read(bytes("{'title':'a','awareAt':'2026-11-20T08:20:00+08:00'}"));

        assertThat(probe.awareAt()).isEqualTo("2026-11-20T08:20:00+08:00");
        assertThat(probe.awareAt().getOffset().getId()).isEqualTo("+08:00");
    }

    @ParameterizedTest
    @MethodSource("wrongBodies")
    void everythingWrongIsNamedAtOnce(String body, List<String> expected) {
        var refused = catchThrowableOfType(ProblemException.class, () -> BODY.read(bytes(body)));

        assertThat(refused.problem().status()).isEqualTo(400);
        assertThat(refused.problem().slug()).isEqualTo("invalid-probe");
        assertThat(refused.problem().violations())
                .extracting(it -> it.pointer() + " " + it.reason())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    static Stream<Arguments> wrongBodies() {
        String aware = "'awareAt':'2026-11-20T08:20:00+08:00'";
        return Stream.of(
                Arguments.of("{", List.of(" malformed-json")),
                Arguments.of("", List.of(" malformed-json")),
                Arguments.of("[]", List.of(" wrong-type")),
                Arguments.of("{}", List.of("/title missing", "/awareAt missing")),
                Arguments.of("{'title':'a'," + aware + "} {}", List.of(" malformed-json")),
                Arguments.of("{'title':'a','title':'b'," + aware + "}", List.of(" malformed-json")),
                Arguments.of(
                        "{'title':'','awareAt':'yesterday','declaredLvel':3,'tlp':'PINK','declaredLevel':5}",
                        List.of(
                                "/title too-short",
                                "/awareAt wrong-format",
                                "/declaredLvel unknown-field",
                                "/tlp unknown-value",
                                "/declaredLevel out-of-range")),
                Arguments.of(
                        "{'title':7," + aware + ",'impact':{'busines':'core'},'systems':[{'name':1},{},{}]}",
                        List.of(
                                "/title wrong-type",
                                "/impact/busines unknown-field",
                                "/systems too-long",
                                "/systems/0/name wrong-type")),
                Arguments.of("{'title':'a','awareAt':'2026-11-20T08:20:00'}", List.of("/awareAt wrong-format")),
                Arguments.of("{'title':null," + aware + "}", List.of("/title wrong-type")));
    }

    @Test
    void aMisspeltFieldIsAnsweredWithTheOneThatWasMeant() {
        var refused = catchThrowableOfType(
                ProblemException.class,
                () -> BODY.read(bytes("{'title':'a','awareAt':'2026-11-20T08:20:00Z','impact':{'busines':'core'}}")));

        Text detail = refused.problem().violations().get(0).detail();
        assertThat(detail.chinese()).isEqualTo("沒有這個欄位；您是否要填 business？");
        assertThat(detail.english()).isEqualTo("No such field; did you mean business?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T10:00+08:00", "2026-11-20T10:00:00", "2026-11-20"})
    void aTimeWithoutSecondsOrOffsetIsAnsweredWithAnExample(String awareAt) {
        var refused = catchThrowableOfType(
                ProblemException.class, () -> BODY.read(bytes("{'title':'a','awareAt':'" + awareAt + "'}")));

        assertThat(refused.problem().violations()).singleElement().satisfies(it -> {
            assertThat(it.pointer()).isEqualTo("/awareAt");
            assertThat(it.detail().chinese()).contains("秒", "2026-11-20T10:00:00+08:00");
            assertThat(it.detail().english()).contains("seconds", "2026-11-20T10:00:00+08:00");
        });
    }

    @Test
    void nestingWithoutEndIsRefused() {
        var refused = catchThrowableOfType(
                ProblemException.class, () -> BODY.read(bytes("[".repeat(5_000) + "]".repeat(5_000))));

        assertThat(refused.problem().violations()).extracting(Violation::reason).containsExactly("malformed-json");
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
