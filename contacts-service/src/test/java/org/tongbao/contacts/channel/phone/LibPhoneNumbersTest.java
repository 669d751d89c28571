package org.tongbao.contacts.channel.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibPhoneNumbersTest {
    private final LibPhoneNumbers numbers = new LibPhoneNumbers();

    @ParameterizedTest
    @CsvSource({
        "+886-2-5555-0101, +886-2-5555-0101",
        "+886255550101, +886-2-5555-0101",
        "+886 (2) 5555 0101, +886-2-5555-0101",
        "+886-900-000-101, +886-900-000-101",
        "+886900000101, +886-900-000-101",
        "+49 30 901820, +49-30-901820"
    })
    void aNumberIsKeptInOneSpelling(String typed, String written) {
        assertThat(numbers.written(typed)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0255550101",
                "110",
                "+886",
                "+886-2-5555",
                "+999-1-2345678",
                "+886-2-5555-01012345",
                "abc",
                "tel:+886255550101"
            })
    void whatCannotBeCalledFromEverywhereIsRefused(String typed) {
        assertThat(numbers.written(typed)).isEmpty();
    }

    @Test
    void noControlCharacterPasses() {
        assertThat(numbers.written("+886-2-5555-0101\r\n")).isEmpty();
        assertThat(numbers.written("+886-2-5555-0101\u0000")).isEmpty();
    }
}
