package org.tongbao.escalation.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "window.a@edu.taipei.example.test",
                "a@b",
                "it+night_shift@gov.taipei",
                "o'hara@example.test",
                "1@127.example"
            })
    void aBareAddressIsOne(String text) {
        assertThat(MailAddress.of(text))
                .hasValueSatisfying(address -> assertThat(address.value()).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nobody",
                "@example.test",
                "a@",
                "a@@example.test",
                "a@b@example.test",
                "a b@example.test",
                " a@example.test",
                "a@example.test ",
                "a@example.test\r",
                "a@example.test\n",
                "to@b.gov\r\nRCPT TO:<z@z.z>",
                "to@b.gov\nBcc: z@z.z",
                "to@b.gov\r\n.\r\n",
                "a\u0000@example.test",
                "a@example.test\u0000",
                "<z@z.z>",
                "Somebody <z@z.z>",
                "a@example.test<z@z.z>",
                "a@example.test,z@z.z",
                "a@example.test;z@z.z",
                "a@example.test (comment)",
                "\"a b\"@example.test",
                "a@[127.0.0.1]",
                "a@example..test",
                ".a@example.test",
                "a.@example.test",
                "a@-example.test",
                "a@example.test.",
                "a@exa\u200bmple.test",
                "\u202ea@example.test",
                "王@example.test",
                "a@例子.test",
                "postmaster"
            })
    void anythingElseIsNone(String text) {
        assertThat(MailAddress.of(text)).isEmpty();
    }

    @Test
    void aLongOneIsNone() {
        assertThat(MailAddress.of("a".repeat(64) + "@example.test")).isPresent();
        assertThat(MailAddress.of("a".repeat(65) + "@example.test")).isEmpty();
        assertThat(MailAddress.of("a@" + "b.".repeat(130) + "test")).isEmpty();
    }

    @Test
    void theSenderMayHaveAName() {
        assertThat(MailAddress.withoutName("通報 <notice@example.test>")).isEqualTo("notice@example.test");
        assertThat(MailAddress.nameOf("通報 <notice@example.test>")).isEqualTo("通報");
        assertThat(MailAddress.withoutName("notice@example.test")).isEqualTo("notice@example.test");
        assertThat(MailAddress.nameOf("notice@example.test")).isEmpty();
    }
}
