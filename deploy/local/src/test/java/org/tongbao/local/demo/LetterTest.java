package org.tongbao.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongbao.embedded.Mail;

class LetterTest {
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
        var letter = letter("[TLP:AMBER+STRICT] 資安事件 " + NUMBER + "：第 3 級緊急通知，請確認收悉（期限 22:07）");

        assertThat(letter.topic()).isEqualTo(Topic.URGENT);
        assertThat(letter.due()).isEqualTo("（期限 22:07）");
        assertThat(letter.clause()).isEqualTo("附件一");
        assertThat(letter.why()).isEqualTo("您擔任資安長。");
        assertThat(letter.code()).isEqualTo("DVKCYR");
        assertThat(letter.link())
                .isEqualTo(new Letter.Link("/api/v1/ack/01a1f8db-3802-75f0-bd3d-9f8cf1110f10", "S9zQ_hTI-Aoc"));
    }

    @Test
    void whoeverTookItTheTopicIsTheSame() {
        assertThat(letter("[TLP:GREEN] 資安事件 " + NUMBER + "：已由資安長確認收悉").topic()).isEqualTo(Topic.TAKEN);
    }

    @Test
    void aSubjectOfAnotherFormIsNoKnownTopic() {
        assertThat(letter("資安事件 " + NUMBER + "：第 3 級緊急通知，請確認收悉").topic()).isNotEqualTo(Topic.URGENT);
    }

    @Test
    void aMailOfAnotherIncidentIsNotOurs() {
        assertThat(Letter.about("2026-AAAA-AAAA", mail("[TLP:GREEN] 資安事件 " + NUMBER + "：事件已結案", TEXT)))
                .isEmpty();
    }

    @Test
    void aMailWithoutLinkEndsTheStory() {
        var letter = Letter.about(NUMBER, mail("[TLP:GREEN] 資安事件 " + NUMBER + "：事件已結案", "結案"))
                .orElseThrow();

        assertThatThrownBy(letter::link).isInstanceOf(StoryEnds.class);
        assertThatThrownBy(letter::code).isInstanceOf(StoryEnds.class);
    }

    private static Letter letter(String subject) {
        return Letter.about(NUMBER, mail(subject, TEXT)).orElseThrow();
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
                null);
    }
}
