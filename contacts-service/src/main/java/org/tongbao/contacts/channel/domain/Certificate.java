package org.tongbao.contacts.channel.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a mail to somebody can be encrypted to, as {@link Certificates} let it pass.
 *
 * @param value one certificate in PEM, or one public key in ASCII armour
 * @param fingerprint in hex: SHA-256 of a certificate, or the one that OpenPGP defines
 * @param expires null when it never does, which a certificate always does and an OpenPGP key need not
 */
public record Certificate(
        String value, String fingerprint, @Nullable Instant expires) {
    private static final String OPENPGP = "-----BEGIN PGP ";

    public CertificateType type() {
        return isOpenPgp(value) ? CertificateType.OPENPGP : CertificateType.SMIME;
    }

    public static boolean isOpenPgp(String text) {
        return text.stripLeading().startsWith(OPENPGP);
    }
}
