package org.tongbao.escalation.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.delivery.mail.TestNotices.NOW;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongbao.escalation.contact.domain.RecipientReason;
import org.tongbao.escalation.delivery.smtp.MailAddress;
import org.tongbao.escalation.delivery.smtp.OutgoingMail;
import org.tongbao.escalation.notice.usecase.NoticeFacts;
import org.tongbao.escalation.notice.usecase.NoticeFacts.AcknowledgedBy;

@QuarkusTest
class NoticeMailComponentTest {
    private static final List<String> LANGUAGES = List.of("zh-TW", "en");
    private static final Pattern LEFT_OVER = Pattern.compile("\\{[a-z]|NOT_FOUND|null|Optional|\\$\\{");
    private static final NoticeFacts FULL = new NoticeFacts(
            new AcknowledgedBy("陳代理", "it-head", "TPE-DOIT", NOW), 3, 2, "damage-control", 75, "RELEVELED");
    private static final int LINE = 78;

    @Inject
    NoticeMailWriter writer;

    static Stream<TestNotices> allLetters() {
        var letters = new ArrayList<TestNotices>();
        for (var rule : WordingTest.rules()) {
            for (var language : LANGUAGES) {
                var notice = TestNotices.urgent().rule(rule).in(language);
                letters.add(notice.facts(FULL));
                letters.add(notice.information().due(null));
                letters.add(notice.exercise().due(NOW.minusSeconds(900)));
            }
        }
        for (var because : RecipientReason.values()) {
            LANGUAGES.forEach(
                    language -> letters.add(TestNotices.urgent().in(language).because(because)));
        }
        LANGUAGES.forEach(language ->
                letters.add(TestNotices.urgent().rule("not-yet-known").in(language)));
        return letters.stream();
    }

    @Test
    void anObligationIsCalledAsItsProcedureCallsIt() {
        var overdue = TestNotices.urgent().rule("obligation-overdue").facts(FULL);

        assertThat(write(overdue).subject()).contains("「損害控制或復原」已逾期");
        assertThat(write(overdue.in("en")).text()).contains("The limit for \"damage control or recovery\" has passed");
    }

    @ParameterizedTest
    @MethodSource("allLetters")
    void everyLetterIsWhole(TestNotices notices) {
        var letter = write(notices);

        assertThat(letter.subject()).doesNotContainPattern(LEFT_OVER).contains("2026-7F3K-9Q2C", "[TLP:AMBER]");
        assertThat(letter.text()).doesNotContainPattern(LEFT_OVER).startsWith("TLP:AMBER\n");
        assertThat(letter.html()).doesNotContainPattern("\\{[a-z]|NOT_FOUND|>null<|Optional");
        assertThat(letter.text()).contains("2026-7F3K-9Q2C").doesNotContain("\n\n\n");
        assertThat(letter.html()).contains("2026-7F3K-9Q2C", "lang=\"" + letter.language() + "\"");
    }

    @ParameterizedTest
    @MethodSource("allLetters")
    void noLetterNamesAnAgencyOrLoadsAnything(TestNotices notices) {
        var letter = write(notices);

        assertThat(letter.subject() + letter.text() + letter.html()).doesNotContain("臺北市", "Taipei City", "TPE");
        assertThat(letter.html()).doesNotContain("<img", "<script", "<link", "url(", "@import");
    }

    @ParameterizedTest
    @MethodSource("allLetters")
    void linesFitAnOldMailProgram(TestNotices notices) {
        var letter = write(notices);

        assertThat(letter.text().lines().filter(line -> !line.contains("://")))
                .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                        .as(line)
                        .isLessThanOrEqualTo(LINE));
        assertThat(letter.html().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(998));
    }

    @Test
    void whatSomebodyIsCalledIsNoMarkup() {
        var letter = write(TestNotices.urgent().named("<b>王</b>\r\nX: \"y\" & {number}"));

        assertThat(letter.html())
                .contains("&lt;b&gt;王&lt;/b&gt; X: &quot;y&quot; &amp; {number}")
                .doesNotContain("<b>");
        assertThat(letter.text()).contains("<b>王</b> X: \"y\" & {number}（資安長）");
    }

    @Test
    void theSubjectSaysWhatToDoUntilWhen() {
        assertThat(write(TestNotices.urgent()).subject())
                .isEqualTo("[TLP:AMBER] 資安事件 2026-7F3K-9Q2C：第 3 級緊急通知，請確認收悉（期限 14:05）");
        assertThat(write(TestNotices.urgent().due(NOW.minusSeconds(700))).subject())
                .endsWith("（期限 11:58 已過）");
        assertThat(write(TestNotices.urgent().in("en")).subject())
                .isEqualTo(
                        "[TLP:AMBER] Incident 2026-7F3K-9Q2C: level 3, urgent, please acknowledge (by 14:05 Taipei)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-TW", "en"})
    void allMailsOfAnIncidentBeginAlike(String language) {
        var letters = Stream.of("urgent-notice", "level-changed", "acknowledged", "closed")
                .map(rule -> write(TestNotices.urgent().rule(rule).in(language).facts(FULL))
                        .subject())
                .toList();

        assertThat(letters).doesNotHaveDuplicates().allSatisfy(subject -> assertThat(subject)
                .startsWith(letters.get(0).substring(0, 30)));
    }

    @Test
    void aDrillIsSeenAtOnce() {
        assertThat(write(TestNotices.urgent().exercise()).subject()).startsWith("[演練] [TLP:AMBER] ");
        assertThat(write(TestNotices.urgent().exercise().in("en")).subject())
                .startsWith("[演練] [EXERCISE] [TLP:AMBER] ");
        assertThat(write(TestNotices.urgent().exercise()).text()).contains("這是演練");
        assertThat(write(TestNotices.urgent().exercise()).html()).contains("這是演練");
    }

    @Test
    void theLetterSaysWhenWhyAndHow() {
        var letter = write(TestNotices.urgent().because(RecipientReason.DEPUTY));

        assertThat(letter.text())
                .contains(
                        "處理期限: 11月20日（週五）14:05（臺北時間，UTC+8）",
                        "剩餘時間: 1 小時 55 分鐘",
                        "依據: 附件一",
                        "收件人: 王小明（資安長）",
                        "原應通知的資安長未在時限內確認，您是代理人。",
                        "確認碼: 7K3H-9QFM")
                .containsPattern(
                        "(?m)^http://127\\.0\\.0\\.1:8080/api/v1/ack/[0-9a-f-]{36}#" + TestNotices.TOKEN + "$");
        assertThat(letter.html()).contains("#" + TestNotices.TOKEN + "\"", "7K3H-9QFM");
    }

    @Test
    void anInformationAsksForNothing() {
        var letter = write(TestNotices.urgent().rule("closed").information());

        assertThat(letter.text()).doesNotContain("確認碼", "http");
        assertThat(letter.html()).doesNotContain("<a ");
        assertThat(letter.pressing()).isFalse();
    }

    @Test
    void whoTookItIsTold() {
        var letter = write(TestNotices.urgent()
                .rule("acknowledged")
                .information()
                .due(null)
                .facts(FULL));

        assertThat(letter.subject()).endsWith("：已由資訊主管確認收悉");
        assertThat(letter.text()).contains("陳代理（資訊主管）已於 11月20日（週五）12:10（臺北時間，UTC+8） 確認收悉，由其處理。");
    }

    @Test
    void whoIsOfAnotherAgencyIsNotToldThatItIsDone() {
        var by = FULL.acknowledgedBy();
        var letter = write(TestNotices.urgent()
                .rule("acknowledged")
                .information()
                .facts(new NoticeFacts(by, null, null, null, null, "ELSEWHERE")));

        assertThat(letter.subject()).contains("：另一受通知機關已確認收悉");
        assertThat(letter.text()).contains("您的機關若尚未有人確認，仍請").doesNotContain("您不必再確認");
    }

    @Test
    void aReceivedClosingAsksForNothingMore() {
        var letter = write(TestNotices.urgent()
                .rule("closing-decided")
                .information()
                .facts(new NoticeFacts(null, null, null, null, null, "RECEIVED")));

        assertThat(letter.subject()).contains("：結報已收訖");
        assertThat(letter.text()).doesNotContain("說明或調整");
    }

    @Test
    void theLevelIsTheOneThatWasDecided() {
        var letter = write(TestNotices.urgent()
                .rule("level-decided")
                .information()
                .facts(new NoticeFacts(null, null, 2, null, null, "RELEVELED")));

        assertThat(letter.text()).contains("事件等級: 第 2 級").doesNotContain("第 3 級");
    }

    @Test
    void noClauseIsClaimedWhereNoneAsksForTheMail() {
        assertThat(write(TestNotices.urgent().clause("own-design")).text()).doesNotContain("依據", "own-design");
    }

    @Test
    void anUnknownRuleIsToldByItsTitle() {
        var letter = write(TestNotices.urgent().rule("not-yet-known"));

        assertThat(letter.subject()).contains("第 3 級，三、四級資安事件緊急通知");
    }

    private OutgoingMail write(TestNotices notices) {
        var notice = notices.notice();
        var tlp = Tlp.of(notice.tlp()).orElseThrow();
        return writer.write(notice, MailAddress.of(notice.to().address()).orElseThrow(), tlp, NOW);
    }
}
