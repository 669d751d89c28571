package org.tongbao.intake.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class IncidentNumberTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Property
    void aDrawnNumberIsValidAndHasTheShape(@ForAll long seed) {
        IncidentNumber number = IncidentNumber.draw(2026, new Random(seed));

        assertThat(number.value()).matches("2026-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(IncidentNumber.isValid(number.value())).isTrue();
    }

    @Property
    void oneWrongCharacterNeverPasses(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 13) int at, @ForAll @IntRange(max = 31) int other) {
        String number = IncidentNumber.draw(2026, new Random(seed)).value();
        char wrong = ALPHABET.charAt(other);
        if (number.charAt(at) == '-' || number.charAt(at) == wrong) {
            return;
        }

        String misspelt = number.substring(0, at) + wrong + number.substring(at + 1);

        assertThat(IncidentNumber.isValid(misspelt)).isFalse();
    }
}
