package org.tongbao.contacts.channel.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongbao.contacts.channel.domain.Certificates;
import org.tongbao.contacts.domain.ValidationError;

/** What a certificate must be before mail is encrypted to it. */
class JdkCertificatesTest implements CertificatesContract {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private final JdkCertificates certificates = new JdkCertificates();

    @Override
    public Certificates certificates() {
        return certificates;
    }

    @Override
    public String valid() {
        return pem("somebody");
    }

    @Override
    public Instant lastDay() {
        return Instant.parse("2126-10-27T15:24:07Z");
    }

    @Override
    public String unfit() {
        return pem("signing-only");
    }

    @Test
    void aCertificateForMailOfTheContactPasses() {
        var read = certificates.read(pem("somebody")).orElseThrow();

        assertThat(read.error(THEIRS, NOW)).isEmpty();
        assertThat(read.certificate().fingerprint()).matches("[0-9a-f]{64}");
        assertThat(read.addresses()).containsExactly("somebody@office.example.test");
    }

    @Test
    void oneThatHasExpiredOrIsSomebodyElsesDoesNot() {
        var read = certificates.read(pem("somebody")).orElseThrow();

        assertThat(read.error(List.of("other@office.example.test"), NOW))
                .contains(ValidationError.Reason.CERTIFICATE_OF_ANOTHER);
        assertThat(read.error(THEIRS, NOW.plus(Duration.ofDays(40_000))))
                .contains(ValidationError.Reason.CERTIFICATE_EXPIRED);
        assertThat(certificates.read(pem("expired")).orElseThrow().error(THEIRS, NOW))
                .contains(ValidationError.Reason.CERTIFICATE_EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"signing-only", "server"})
    void oneThatMailCannotBeEncryptedToDoesNot(String name) {
        assertThat(certificates.read(pem(name))).isEmpty();
    }

    @Test
    void whatIsNoCertificateDoesNot() {
        assertThat(certificates.read("")).isEmpty();
        assertThat(certificates.read("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"))
                .isEmpty();
        assertThat(certificates.read(pem("somebody") + pem("somebody"))).isEmpty();
        assertThat(certificates.read(pem("somebody").replace('M', 'N'))).isEmpty();
    }

    static String pem(String name) {
        try (InputStream in = JdkCertificatesTest.class.getResourceAsStream("/certificates/" + name + ".pem")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
