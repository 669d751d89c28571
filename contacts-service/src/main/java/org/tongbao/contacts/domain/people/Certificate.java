package org.tongbao.contacts.domain.people;

import java.time.Instant;

/**
 * What a mail to somebody can be encrypted to (S/MIME), as {@link Certificates} let it pass.
 *
 * @param text one certificate in PEM
 * @param fingerprint SHA-256 in hex
 */
public record Certificate(String text, String fingerprint, Instant expires) {}
