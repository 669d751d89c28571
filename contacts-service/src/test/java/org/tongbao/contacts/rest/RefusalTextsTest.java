package org.tongbao.contacts.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;

/** No reason is without words for it. */
class RefusalTextsTest {
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNKNOWN", "FAULTY", "UNCONDITIONAL", "STALE"}) // said by the platform
    void everyRefusalIsSaidInBothLanguages(Refused.Reason reason) {
        var text = RefusalTexts.of(reason);

        assertThat(text.slug()).matches("[a-z-]+");
        assertThat(text.title().chinese()).isNotBlank();
        assertThat(text.title().english()).isNotBlank();
        assertThat(text.detail().chinese()).isNotBlank();
        assertThat(text.detail().english()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorIsSaidInBothLanguagesWithWhatItIsAbout(ValidationError.Reason reason) {
        var about = RefusalTexts.of(new ValidationError("/name", reason, "SUBJECT"));

        assertThat(about.chinese()).isNotBlank().doesNotContain("{}");
        assertThat(about.english()).isNotBlank().doesNotContain("{}");
        assertThat(about.chinese().contains("SUBJECT"))
                .isEqualTo(about.english().contains("SUBJECT"));
    }
}
