package org.tongbao.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CrockfordTest {
    @Test
    void aNumberIsEncodedFromItsHighestDigit() {
        assertThat(Crockford.encode(0, 3)).isEqualTo("000");
        assertThat(Crockford.encode(31, 2)).isEqualTo("0Z");
        assertThat(Crockford.encode(32, 2)).isEqualTo("10");
    }

    @Test
    void whatLooksAlikeCountsAsTheSame() {
        assertThat(Crockford.normal("o1-il k9")).isEqualTo("0111K9");
    }

    @Test
    void aRandomTextIsItsOwnNormalForm() {
        String text = Crockford.random(new Random(1), 200);

        assertThat(text).hasSize(200).isEqualTo(Crockford.normal(text)).matches("[" + Crockford.DIGITS + "]+");
    }
}
