package org.tongbao.escalation.directory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongbao.escalation.directory.domain.Addressee.Mode;
import org.tongbao.escalation.directory.domain.Addressee.NextChannel;

class AddresseeTest {
    private static final Set<String> MAIL = Set.of("mail");

    @Test
    void theFirstChannelThatCanBeUsedHasItsTurn() {
        var to = reachedBy("sms", "webhook", "mail", "phone");

        assertThat(to.nextChannel(0, MAIL)).isEqualTo(new NextChannel(2, Mode.SENT, List.of(0, 1)));
    }

    @Test
    void afterItTheNextOneHas() {
        var to = reachedBy("mail", "sms", "mobile");

        assertThat(to.nextChannel(1, MAIL)).isEqualTo(new NextChannel(2, Mode.CALLED, List.of(1)));
    }

    @Test
    void whenTheLastWasTriedNoneIsLeft() {
        assertThat(reachedBy("mail").nextChannel(1, MAIL)).isEqualTo(new NextChannel(1, Mode.NONE_LEFT, List.of()));
        assertThat(reachedBy("mail", "sms").nextChannel(1, MAIL))
                .isEqualTo(new NextChannel(2, Mode.NONE_LEFT, List.of(1)));
        assertThat(reachedBy().nextChannel(0, MAIL)).isEqualTo(new NextChannel(0, Mode.NONE_LEFT, List.of()));
    }

    @Test
    void aChannelIsSentByAsSoonAsSomebodySendsByIt() {
        assertThat(reachedBy("sms").nextChannel(0, Set.of("mail", "sms")))
                .isEqualTo(new NextChannel(0, Mode.SENT, List.of()));
    }

    private static Addressee reachedBy(String... types) {
        var channels =
                Stream.of(types).map(it -> new Addressee.Channel(it, "x")).toList();
        return new Addressee(UUID.randomUUID(), "甲", "zh-TW", channels, "教育局", null);
    }
}
