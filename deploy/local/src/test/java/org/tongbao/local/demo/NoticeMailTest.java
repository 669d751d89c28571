package org.tongbao.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongbao.embedded.Mail;

class NoticeMailTest {
    private static final String NUMBER = "2026-7F3K-9Q2C";
    private static final String TEXT = """
        依據: 附件一
        為何通知您: 您擔任資安長。

        我已收悉，由我處理:
        http://127.0.0.1:8080/api/v1/ack/01a1f8db-3802-75f0-bd3d-9f8cf1110f10#S9zQ_hTI-Aoc
        確認碼: DVKCYR
        """;

    @Test
    void aMailIsReadAsAPersonReadsIt() {
        var mail = mail("[TLP:AMBER+STRICT] 資安事件 " + NUMBER + "：第 3 級緊急通知，請確認收悉（期限 22:07）");

        assertThat(mail.subjectText()).isEqualTo(MailSubject.URGENT);
        assertThat(mail.due()).isEqualTo("（期限 22:07）");
        assertThat(mail.clause()).isEqualTo("附件一");
        assertThat(mail.why()).isEqualTo("您擔任資安長。");
        assertThat(mail.code()).isEqualTo("DVKCYR");
        assertThat(mail.link())
                .isEqualTo(new NoticeMail.Link("/api/v1/ack/01a1f8db-3802-75f0-bd3d-9f8cf1110f10", "S9zQ_hTI-Aoc"));
    }

    @Test
    void whoeverTookItTheTopicIsTheSame() {
        assertThat(mail("[TLP:GREEN] 資安事件 " + NUMBER + "：已由資安長確認收悉").subjectText())
                .isEqualTo(MailSubject.ACKNOWLEDGED);
    }

    @Test
    void aSubjectOfAnotherFormIsNoKnownTopic() {
        assertThat(mail("資安事件 " + NUMBER + "：第 3 級緊急通知，請確認收悉").subjectText()).isNotEqualTo(MailSubject.URGENT);
    }

    @Test
    void aMailOfAnotherIncidentIsNotOurs() {
        assertThat(NoticeMail.about("2026-AAAA-AAAA", mail("[TLP:GREEN] 資安事件 " + NUMBER + "：事件已結案", TEXT)))
                .isEmpty();
    }

    @Test
    void aMailWithoutLinkEndsTheStory() {
        var mail = NoticeMail.about(NUMBER, mail("[TLP:GREEN] 資安事件 " + NUMBER + "：事件已結案", "結案"))
                .orElseThrow();

        assertThatThrownBy(mail::link).isInstanceOf(ScenarioAborted.class);
        assertThatThrownBy(mail::code).isInstanceOf(ScenarioAborted.class);
    }

    private static NoticeMail mail(String subject) {
        return NoticeMail.about(NUMBER, mail(subject, TEXT)).orElseThrow();
    }

    private static Mail mail(String subject, String text) {
        return new Mail(
                1,
                1,
                Instant.EPOCH,
                "a@example.test",
                "b@example.test",
                subject,
                "<1@x>",
                Map.<String, List<String>>of(),
                text,
                null,
                List.of());
    }
}
