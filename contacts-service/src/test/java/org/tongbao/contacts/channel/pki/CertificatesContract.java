package org.tongbao.contacts.channel.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.channel.domain.Certificates;
import org.tongbao.contacts.domain.ValidationError;

/** What holds for certificates of each kind; the samples come from whoever runs it. */
interface CertificatesContract {
    List<String> THEIRS = List.of("Somebody@office.example.test");

    Certificates certificates();

    /** For mail to somebody@office.example.test, good until {@link #lastDay()}. */
    String valid();

    Instant lastDay();

    /** Nothing can be encrypted to it. */
    String unfit();

    @Test
    default void oneForMailOfTheContactPasses() {
        var read = certificates().read(valid()).orElseThrow();

        assertThat(read.error(THEIRS, lastDay().minus(Duration.ofDays(1)))).isEmpty();
        assertThat(read.addresses()).containsExactly("somebody@office.example.test");
        assertThat(read.certificate().fingerprint()).matches("[0-9a-f]{40}|[0-9a-f]{64}");
    }

    @Test
    default void oneThatIsSomebodyElsesDoesNot() {
        var read = certificates().read(valid()).orElseThrow();

        assertThat(read.error(List.of("other@office.example.test"), lastDay().minus(Duration.ofDays(1))))
                .contains(ValidationError.Reason.CERTIFICATE_OF_ANOTHER);
    }

    @Test
    default void oneThatHasExpiredDoesNot() {
        var read = certificates().read(valid()).orElseThrow();

        assertThat(read.error(THEIRS, lastDay().plus(Duration.ofDays(1))))
                .contains(ValidationError.Reason.CERTIFICATE_EXPIRED);
    }

    @Test
    default void oneThatNothingCanBeEncryptedToIsNone() {
        assertThat(certificates().read(unfit())).isEmpty();
    }

    @Test
    default void textThatIsNotExactlyOneIsNone() {
        assertThat(certificates().read("")).isEmpty();
        assertThat(certificates().read(valid() + valid())).isEmpty();
        assertThat(certificates().read(valid().substring(0, valid().length() / 2)))
                .isEmpty();
    }
}
