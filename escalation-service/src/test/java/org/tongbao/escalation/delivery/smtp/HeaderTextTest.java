package org.tongbao.escalation.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import org.junit.jupiter.api.Test;

class HeaderTextTest {
    @Test
    void plainTextStaysAsItIs() {
        assertThat(HeaderText.encoded("[TLP:AMBER] Incident")).isEqualTo("[TLP:AMBER] Incident");
    }

    @Test
    void aLongSubjectIsReadBackWholeAndFoldedAsTheStandardSays() throws Exception {
        var subject = "[演練] [TLP:AMBER+STRICT] 資安事件 2026-7F3K-9Q2C：等級由第 3 級變更為第 2 級 🚨（期限 11/21 14:05）";

        var encoded = HeaderText.encoded(subject);

        assertThat(MimeUtility.decodeText(encoded)).isEqualTo(subject);
        assertThat(encoded.split("\r\n ")).allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(75));
        assertThat(encoded.replace("\r\n ", "")).doesNotContain("\r").doesNotContain("\n");
    }

    @Test
    void nothingInItStartsAnotherHeader() {
        assertThat(HeaderText.encoded("a\r\nBcc: z@z.z\u0000\u2028\u202eb")).isEqualTo("a Bcc: z@z.z b");
    }

    @Test
    void whatLooksEncodedIsEncoded() {
        assertThat(HeaderText.encoded("=?UTF-8?B?QQ==?=")).startsWith("=?UTF-8?B?PT9");
    }
}
