package org.tongbao.contacts.channel.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private final Addresses addresses = new Addresses(Optional::of);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window.a@edu.taipei.example.test",
                "a@b.tw",
                "o'brien+tag@example.test",
                "x_y-z=1@sub-domain.example.test",
                "1234567890123456789012345678901234567890123456789012345678901234@example.test"
            })
    void aPlainAddressPassesUnchanged(String address) {
        assertThat(addresses.written(ChannelType.MAIL, address)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@",
                "@b.tw",
                "a@b",
                "a@@b.tw",
                "a b@c.tw",
                " a@b.tw",
                "a@b.tw ",
                "a@b.tw\n",
                "a@b.tw\r\nRCPT TO:<z@z.tw>",
                "a@b.tw\u0000",
                "a\u0000@b.tw",
                "a@b.tw\u0085",
                "a@b.tw\u2028",
                "<a@b.tw>",
                "Anna <a@b.tw>",
                "a@b.tw, c@d.tw",
                "a@b.tw;c@d.tw",
                "\"a b\"@c.tw",
                "a(comment)@b.tw",
                ".a@b.tw",
                "a.@b.tw",
                "a..b@c.tw",
                "a@b..tw",
                "a@.b.tw",
                "a@-b.tw",
                "a@b-.tw",
                "a@[127.0.0.1]",
                "a@b.tw%0d%0aBcc:z@z.tw/\\",
                "王小明@example.test",
                "a@例子.test",
                "a:b@c.tw",
                "12345678901234567890123456789012345678901234567890123456789012345@example.test"
            })
    void whatCouldReachSomebodyElseOrNobodyDoesNot(String address) {
        assertThat(addresses.written(ChannelType.MAIL, address)).isEmpty();
    }

    @Test
    void anAddressLongerThanAnyIsRefused() {
        String domain = "d".repeat(60) + ".";

        assertThat(addresses.written(ChannelType.MAIL, "a@" + domain.repeat(5) + "tw"))
                .isEmpty();
    }

    @Test
    void aHostileLengthCostsNoTime() {
        String hostile = "a.".repeat(25_000) + "@" + "b-".repeat(25_000);

        Assertions.assertTimeout(Duration.ofMillis(200), () -> assertThat(addresses.written(ChannelType.MAIL, hostile))
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.tw/x",
                "https:///x",
                "https://user:pass@a.tw/x",
                "ftp://a.tw",
                "a.tw",
                "https://a.tw/\n"
            })
    void aWebhookIsAnHttpsAddressWithoutCredentials(String address) {
        assertThat(addresses.written(ChannelType.WEBHOOK, address)).isEmpty();
        assertThat(addresses.written(ChannelType.WEBHOOK, "https://a.example.test/hook"))
                .isPresent();
    }
}
