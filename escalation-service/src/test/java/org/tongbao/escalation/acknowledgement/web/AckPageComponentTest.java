package org.tongbao.escalation.acknowledgement.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.acknowledgement.web.KnownCredentials.CODE;
import static org.tongbao.escalation.acknowledgement.web.KnownCredentials.EXERCISE;
import static org.tongbao.escalation.acknowledgement.web.KnownCredentials.FAILING;
import static org.tongbao.escalation.acknowledgement.web.KnownCredentials.NUMBER;
import static org.tongbao.escalation.acknowledgement.web.KnownCredentials.OPEN;
import static org.tongbao.escalation.acknowledgement.web.KnownCredentials.OVER;
import static org.tongbao.escalation.acknowledgement.web.KnownCredentials.STRANGER;
import static org.tongbao.escalation.acknowledgement.web.KnownCredentials.TAKEN;
import static org.tongbao.escalation.acknowledgement.web.KnownCredentials.TOKEN;
import static org.tongbao.escalation.acknowledgement.web.KnownCredentials.TRIED_TOO_OFTEN;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AckPageComponentTest.WithKnownLetters.class)
class AckPageComponentTest {
    public static class WithKnownLetters implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(KnownCredentials.class);
        }
    }

    @Inject
    KnownCredentials letters;

    @BeforeEach
    void forget() {
        letters.forget();
    }

    @Test
    void openingShowsTheNoticeAndDoesNothing() {
        var page = open(OPEN.toString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.asString())
                .contains(NUMBER, "第 3 級", "TLP:AMBER+STRICT", "11月20日（週五）14:05（臺北時間）", "我已收悉，由我處理", "I have it")
                .contains("三、四級資安事件緊急通知 &lt;b&gt;")
                .doesNotContain("NOT_FOUND", "陳代理", "{page");
        assertThat(letters.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?token=" + TOKEN, "?code=" + CODE, "?token=" + TOKEN + "&send="})
    void noAddressAcknowledgesByItself(String query) {
        open(OPEN + query);
        given().head("/api/v1/ack/" + OPEN + query);
        given().options("/api/v1/ack/" + OPEN + query);

        assertThat(letters.calls()).isEmpty();
    }

    @Test
    void theButtonAcknowledges() {
        var page = press(OPEN.toString(), Map.of("token", TOKEN, "code", "", "send", ""));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("已確認收悉", "案件 " + NUMBER + " 由王小明於 11月20日（週五）12:12（臺北時間）確認。", "Acknowledged")
                .doesNotContain("<form", "<script", TOKEN);
        assertThat(letters.calls()).containsExactly("token " + OPEN + " " + TOKEN);
    }

    @Test
    void withoutScriptTheCodeDoesTheSame() {
        var page = press(OPEN.toString(), Map.of("token", "", "code", " " + CODE + " "));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("已確認收悉", NUMBER);
        assertThat(letters.calls()).containsExactly("code " + OPEN + " " + CODE);
    }

    @Test
    void whoWasFirstIsTold() {
        var page = press(TAKEN.toString(), Map.of("token", TOKEN));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("已有人員先確認", "&lt;b&gt;陳代理&lt;/b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void whoTookItIsNotToldToAnybodyWhoOnlyOpens() {
        var page = open(TAKEN.toString());

        assertThat(page.asString()).contains("已有人員確認收悉", "查看由誰確認").doesNotContain("陳代理");
    }

    @Test
    void whatIsOverCannotBePressed() {
        var opened = open(OVER.toString());
        var pressed = press(OVER.toString(), Map.of("token", TOKEN));

        assertThat(opened.statusCode()).isEqualTo(410);
        assertThat(opened.asString()).contains("這則通知已結束").doesNotContain("<form");
        assertThat(pressed.statusCode()).isEqualTo(410);
        assertThat(pressed.asString()).contains("這則通知已結束");
    }

    @Test
    void aWrongSecretAndAnUnknownLetterLookTheSame() {
        var wrongToken = press(OPEN.toString(), Map.of("token", "A".repeat(43)));
        var wrongCode = press(OPEN.toString(), Map.of("code", "AAAA-AAAA"));
        var stranger = press(STRANGER.toString(), Map.of("token", TOKEN));
        var openedStranger = open(STRANGER.toString());
        var broken = press("not-an-id", Map.of("token", TOKEN));

        assertThat(wrongToken.statusCode()).isEqualTo(404);
        assertThat(wrongToken.asString()).contains("連結或確認碼不正確", "id=\"code\"").doesNotContain(NUMBER);
        for (var other : new Response[] {wrongCode, stranger, openedStranger, broken}) {
            assertThat(other.statusCode()).isEqualTo(404);
            assertThat(other.asString()).isEqualTo(wrongToken.asString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "%00",
                "01990000-0000-7000-8000-00000000000g",
                "1-1-1-1-1",
                "%3Cscript%3E",
                "01990000-0000-7000-8000-000000000001%0d%0aX-A:%20b"
            })
    void aBrokenAddressIsJustWrong(String id) {
        var page = given().urlEncodingEnabled(false).get("/api/v1/ack/" + id);

        assertThat(page.statusCode()).isIn(400, 404);
        assertThat(page.asString()).doesNotContain("<script>", "Exception");
        assertThat(page.header("X-A")).isNull();
    }

    @Test
    void anAddressThatLeadsOutOfThePageMeetsTheLoginOfTheNextDoor() {
        given().urlEncodingEnabled(false).get("/api/v1/ack/../notices").then().statusCode(401);
    }

    @Test
    void nothingGivenIsNotATry() {
        press(OPEN.toString(), Map.of("token", "", "code", "  "));
        press(OPEN.toString(), Map.of("token", "x".repeat(1000)));

        assertThat(letters.calls()).isEmpty();
    }

    @Test
    void tooManyTriesSayWhenToComeBack() {
        var page = press(TRIED_TOO_OFTEN.toString(), Map.of("code", CODE));

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.header("Retry-After")).isEqualTo("1799");
        assertThat(page.asString()).contains("30 分鐘後再輸入");
    }

    @Test
    void aFailureIsAPageThatSaysWhatToDoInstead() {
        for (var page : new Response[] {open(FAILING.toString()), press(FAILING.toString(), Map.of("token", TOKEN))}) {
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.header("Retry-After")).isEqualTo("5");
            assertThat(page.asString()).contains("系統暫時無法處理", "打電話給值勤人員").doesNotContain("relation");
        }
    }

    @Test
    void aDrillSaysSo() {
        assertThat(open(EXERCISE.toString()).asString()).contains("【演練】", "EXERCISE");
        assertThat(open(OPEN.toString()).asString()).doesNotContain("演練");
    }

    @Test
    void everyPageIsGuarded() {
        var pages = new Response[] {
            open(OPEN.toString()),
            open(STRANGER.toString()),
            press(OPEN.toString(), Map.of("token", TOKEN)),
            press(OPEN.toString(), Map.of("token", "wrong")),
            press(TRIED_TOO_OFTEN.toString(), Map.of("token", "wrong")),
            open(FAILING.toString())
        };
        for (var page : pages) {
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                    .doesNotContain("unsafe");
            assertThat(page.header("Set-Cookie")).isNull();
            assertThat(page.asString()).doesNotContainPattern("<script>|<style|style=|onclick|(src|href)=\"https?:");
        }
    }

    @Test
    void scriptAndStyleComeFromTheSamePath() {
        var page = open(OPEN.toString()).asString();

        for (var file : new String[] {"ack.js", "ack.css"}) {
            assertThat(page).contains("/api/v1/ack/assets/" + file);
            var answer = given().get("/api/v1/ack/assets/" + file);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.contentType()).startsWith(file.endsWith("js") ? "text/javascript" : "text/css");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void onlyAFormIsRead() {
        var answer = given().contentType(ContentType.JSON)
                .body("{\"token\":\"" + TOKEN + "\"}")
                .post("/api/v1/ack/" + OPEN);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(letters.calls()).isEmpty();
    }

    private static Response open(String idAndQuery) {
        return given().get("/api/v1/ack/" + idAndQuery);
    }

    private static Response press(String id, Map<String, String> form) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post("/api/v1/ack/" + id);
    }
}
