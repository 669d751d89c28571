package org.tongbao.contacts.channel.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongbao.contacts.channel.domain.CertificateType;
import org.tongbao.contacts.channel.domain.Certificates;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.fixture.OpenPgp;

/** What an OpenPGP key must be before mail is encrypted to it. */
class OpenPgpKeysTest implements CertificatesContract {
    private static final Instant CREATED = Instant.parse("2026-01-20T12:00:00Z");
    private static final Instant NOW = CREATED.plus(Duration.ofDays(100));
    private static final String USER_ID = "某人 (測試) <somebody@office.example.test>";

    private final MailCertificates certificates = new MailCertificates();
    private final OpenPGPKey key = OpenPgp.key(USER_ID, CREATED);
    private final String ending = OpenPgp.armoured(OpenPgp.endingKey(USER_ID, CREATED, Duration.ofDays(101)));

    @Override
    public Certificates certificates() {
        return new OpenPgpKeys();
    }

    @Override
    public String valid() {
        return ending;
    }

    @Override
    public Instant lastDay() {
        return CREATED.plus(Duration.ofDays(101));
    }

    @Override
    public String unfit() {
        return OpenPgp.armoured(OpenPgp.signOnly(USER_ID, CREATED));
    }

    @ParameterizedTest
    @ValueSource(strings = {USER_ID, "somebody@office.example.test"})
    void aKeyForMailOfTheContactPassesAndMayNeverExpire(String userId) {
        var read = certificates
                .read(OpenPgp.armoured(OpenPgp.key(userId, CREATED)))
                .orElseThrow();

        assertThat(read.error(THEIRS, NOW)).isEmpty();
        assertThat(read.addresses()).containsExactly("somebody@office.example.test");
        assertThat(read.certificate().type()).isEqualTo(CertificateType.OPENPGP);
        assertThat(read.certificate().fingerprint()).matches("[0-9a-f]{40}");
        assertThat(read.certificate().expires()).isNull();
    }

    @Test
    void aCertificateIsStillOne() {
        assertThat(certificates
                        .read(JdkCertificatesTest.pem("somebody"))
                        .orElseThrow()
                        .certificate()
                        .type())
                .isEqualTo(CertificateType.SMIME);
    }

    @Test
    void oneThatHasExpiredOrIsSomebodyElsesDoesNot() {
        var ending = certificates
                .read(OpenPgp.armoured(OpenPgp.endingKey(USER_ID, CREATED, Duration.ofDays(101))))
                .orElseThrow();
        var other = certificates.read(OpenPgp.armoured(key)).orElseThrow();

        assertThat(ending.certificate().expires()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(ending.error(THEIRS, NOW)).isEmpty();
        assertThat(ending.error(THEIRS, NOW.plus(Duration.ofDays(1))))
                .contains(ValidationError.Reason.CERTIFICATE_EXPIRED);
        assertThat(other.error(List.of("other@office.example.test"), NOW))
                .contains(ValidationError.Reason.CERTIFICATE_OF_ANOTHER);
    }

    @Test
    void oneThatMailCannotBeEncryptedToDoesNot() {
        assertThat(certificates.read(OpenPgp.armoured(OpenPgp.signOnly(USER_ID, CREATED))))
                .isEmpty();
        assertThat(certificates.read(OpenPgp.armoured(OpenPgp.revoked(key)))).isEmpty();
        assertThat(certificates.read(OpenPgp.armoured(OpenPgp.withoutPartToEncryptTo(key))))
                .isEmpty();
    }

    @Test
    void whatIsNoPublicKeyDoesNot() {
        String text = OpenPgp.armoured(key);

        assertThat(certificates.read(OpenPgp.secret(key))).isEmpty();
        assertThat(certificates.read(OpenPgp.secret(key).replace("PRIVATE", "PUBLIC")))
                .isEmpty();
        assertThat(certificates.read(text + text)).isEmpty();
        assertThat(certificates.read(text.substring(0, text.length() / 2))).isEmpty();
        assertThat(certificates.read(
                        "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n-----END PGP PUBLIC KEY BLOCK-----"))
                .isEmpty();
        assertThat(certificates.read("-----BEGIN PGP PUBLIC KEY BLOCK-----\n" + "\n".repeat(19_000)))
                .isEmpty();
    }

    @Test
    void aPartThatSomebodyElseBoundToTheirOwnKeyIsNotTheContacts() {
        OpenPGPKey signing = OpenPgp.signOnly(USER_ID, CREATED);
        OpenPGPKey strangers = OpenPgp.key("stranger@elsewhere.example.test", CREATED);

        assertThat(certificates.read(OpenPgp.grafted(signing, strangers))).isEmpty();
    }
}
