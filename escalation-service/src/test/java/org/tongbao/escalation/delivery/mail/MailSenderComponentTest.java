package org.tongbao.escalation.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeUtility;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongbao.embedded.Mail;
import org.tongbao.embedded.Part;
import org.tongbao.embedded.TestMail;
import org.tongbao.embedded.TestParts;
import org.tongbao.escalation.delivery.usecase.NoticeSender;
import org.tongbao.escalation.delivery.usecase.SendResult;
import org.tongbao.escalation.delivery.usecase.SendResult.Accepted;
import org.tongbao.escalation.delivery.usecase.SendResult.Refused;
import org.tongbao.escalation.delivery.usecase.SendResult.TryLater;

@QuarkusTest
class MailSenderComponentTest {
    private static final Duration LIMIT = Duration.ofSeconds(25);

    @Inject
    MailSender sender;

    @AfterEach
    void startRelays() {
        TestParts.start(Part.SMTP);
        TestParts.start(Part.SMTP2);
    }

    @Test
    void isTheChannelOfTheProcedures() {
        assertThat(((NoticeSender) sender).channel()).isEqualTo("mail");
    }

    @Test
    void oneMailArrivesWithAllThatAProgramNeeds() throws Exception {
        var notice = TestNotices.urgent();

        var result = send(notice);

        assertThat(result).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.relay()).isEqualTo("relay-1");
            assertThat(accepted.reply()).startsWith("250");
        });
        var mail = onlyMail(notice);
        assertThat(mail.relay()).isEqualTo(1);
        assertThat(mail.messageId()).isEqualTo(notice.notice().messageId());
        assertThat(mail.subject()).startsWith("[TLP:AMBER] 資安事件 2026-7F3K-9Q2C：第 3 級緊急通知");
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(mail, "Content-Language")).isEqualTo("zh-TW");
        assertThat(header(mail, "Importance")).isEqualTo("high");
        assertThat(header(mail, "To")).isEqualTo(notice.notice().to().address());
        assertThat(MimeUtility.decodeText(header(mail, "From"))).contains("<tongbao@tongbao.example>");
        assertThat(header(mail, "Content-Type")).startsWith("multipart/alternative");
        assertThat(mail.headers()).doesNotContainKeys("X-Attempt", "Cc", "Bcc", "Reply-To", "Precedence");
        assertThat(mail.text()).startsWith("TLP:AMBER").contains("請您", TestNotices.TOKEN);
        assertThat(mail.html()).contains("開啟確認頁面", TestNotices.TOKEN);
    }

    @Test
    void plainTextComesFirst() {
        var notice = TestNotices.urgent();

        send(notice);

        assertThat(onlyMail(notice).parts()).containsExactly("text/plain", "text/html");
        assertThat(header(onlyMail(notice), "MIME-Version")).isEqualTo("1.0");
    }

    @Test
    void mailsOfOneIncidentFormAThread() {
        var first = TestNotices.urgent();
        var second = first.another();

        send(first);
        send(second);

        var mails = TestMail.to(first.notice().to().address());
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).messageId()).isNotEqualTo(mails.get(1).messageId());
        assertThat(header(mails.get(0), "References"))
                .isEqualTo(header(mails.get(1), "References"))
                .contains(first.notice().incidentId().toString());
        assertThat(header(mails.get(0), "In-Reply-To")).isEqualTo(header(mails.get(1), "In-Reply-To"));
        assertThat(domain(header(mails.get(0), "References")))
                .isEqualTo(domain(mails.get(0).messageId()));
    }

    private static String domain(String messageId) {
        return messageId.substring(messageId.indexOf('@'));
    }

    @Test
    void aRepetitionHasTheSameMessageId() {
        var notice = TestNotices.urgent();

        send(notice);
        send(notice);

        assertThat(TestMail.to(notice.notice().to().address()))
                .hasSize(2)
                .extracting(Mail::messageId)
                .containsOnly(notice.notice().messageId());
    }

    @ParameterizedTest
    @CsvSource({"en, Open the page to acknowledge, Incident", "zh-TW, 我已收悉, 資安事件"})
    void inTheLanguageOfTheRecipient(String language, String button, String subject) {
        var notice = TestNotices.urgent().in(language);

        send(notice);

        var mail = onlyMail(notice);
        assertThat(mail.subject()).contains(subject);
        assertThat(mail.text()).contains(button);
        assertThat(mail.html()).contains(button);
        assertThat(header(mail, "Content-Language")).isEqualTo(language);
    }

    @Test
    void aDrillSaysSo() {
        var notice = TestNotices.urgent().exercise();

        send(notice);

        assertThat(onlyMail(notice).subject()).startsWith("[演練] ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RED", "TLP:RED", "red", " RED "})
    void whatIsRedIsNeverMailed(String tlp) {
        var notice = TestNotices.urgent().tlp(tlp);

        assertThat(send(notice)).isEqualTo(new Refused("tlp-red"));
        assertThat(TestMail.to(notice.notice().to().address())).isEmpty();
    }

    @Test
    void aMarkThatNobodyKnowsIsNotMailed() {
        var notice = TestNotices.urgent().tlp("AMBER+REDDISH");

        assertThat(send(notice)).isEqualTo(new Refused("tlp-unknown"));
        assertThat(TestMail.to(notice.notice().to().address())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to@b.gov\r\nRCPT TO:<hijack@example.test>",
                "to@b.gov\nBcc: hijack@example.test",
                "to@b.gov <hijack@example.test>",
                "<hijack@example.test>",
                "hijack@example.test\u0000",
                "hijack@example.test,to@b.gov",
                ""
            })
    void anAddressThatIsNoneIsRefusedAndNothingIsSent(String address) {
        int before = TestMail.all().size();

        assertThat(send(TestNotices.urgent().to(address))).isEqualTo(new Refused("address-invalid"));

        assertThat(TestMail.all()).hasSize(before);
        var next = TestNotices.urgent();
        assertThat(send(next)).isInstanceOf(Accepted.class);
        assertThat(TestMail.to("hijack@example.test")).isEmpty();
    }

    @Test
    void theSecondRelayTakesItWhenTheFirstIsDown() {
        TestParts.stop(Part.SMTP);
        var notice = TestNotices.urgent();

        var result = send(notice);

        assertThat(result).isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.relay())
                .isEqualTo("relay-2"));
        assertThat(onlyMail(notice).relay()).isEqualTo(2);
    }

    @Test
    void theSecondRelayGoesFirstWhenAsked() {
        // A relay that another test stopped may have left a connection that answers nothing; the first mail uses it up.
        send(TestNotices.urgent().secondRelay());
        var notice = TestNotices.urgent().secondRelay();

        send(notice);

        assertThat(onlyMail(notice).relay()).isEqualTo(2);
    }

    @Test
    void whenBothAreDownItIsTriedLaterAndThenArrives() {
        TestParts.stop(Part.SMTP);
        TestParts.stop(Part.SMTP2);
        var notice = TestNotices.urgent();

        var down = send(notice);
        startRelays();
        var up = send(notice);

        assertThat(down).isEqualTo(new TryLater("relay-unreachable"));
        assertThat(up).isInstanceOf(Accepted.class);
        assertThat(TestMail.to(notice.notice().to().address())).hasSize(1);
    }

    private SendResult send(TestNotices notices) {
        return sender.send(notices.notice()).await().atMost(LIMIT);
    }

    private static Mail onlyMail(TestNotices notices) {
        List<Mail> mails = TestMail.to(notices.notice().to().address());
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private static String header(Mail mail, String name) {
        return Objects.requireNonNull(mail.headers().get(name), name).get(0);
    }
}
