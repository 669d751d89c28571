package org.tongbao.contacts.channel.domain;

import org.tongbao.contracts.procedure.Keyed;

/** How mail is encrypted to somebody. */
public enum CertificateType implements Keyed {
    /** An X.509 certificate (RFC 8550). */
    SMIME,
    /** A public key (RFC 9580). */
    OPENPGP
}
