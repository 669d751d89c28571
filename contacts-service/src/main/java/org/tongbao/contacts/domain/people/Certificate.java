package org.tongbao.contacts.domain.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Keyed;

/**
 * What a mail to somebody can be encrypted to, as {@link Certificates} let it pass.
 *
 * @param text PEM, or armored OpenPGP
 * @param fingerprint SHA-256 of an X.509 certificate, or that of an OpenPGP key, in hex
 * @param expires null when it never does
 */
public record Certificate(
        Type type,
        String text,
        String fingerprint,
        @Nullable Instant expires) {
    public enum Type implements Keyed {
        SMIME,
        OPENPGP
    }
}
