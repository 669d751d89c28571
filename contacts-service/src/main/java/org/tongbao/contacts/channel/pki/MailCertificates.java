package org.tongbao.contacts.channel.pki;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tongbao.contacts.channel.domain.Certificate;
import org.tongbao.contacts.channel.domain.Certificates;

/** Whatever mail can be encrypted to: a certificate or an OpenPGP key, told apart by its first line. */
@ApplicationScoped
class MailCertificates implements Certificates {
    private final Certificates smime = new JdkCertificates();
    private final Certificates openPgp = new OpenPgpKeys();

    @Override
    public Optional<Read> read(String text) {
        return (Certificate.isOpenPgp(text) ? openPgp : smime).read(text);
    }
}
