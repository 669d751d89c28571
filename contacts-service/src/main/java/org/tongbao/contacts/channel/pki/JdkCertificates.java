package org.tongbao.contacts.channel.pki;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.channel.domain.Certificate;
import org.tongbao.contacts.channel.domain.Certificates;

/** S/MIME (RFC 8550): one X.509 certificate in PEM, for mail, with a key to encrypt to. */
final class JdkCertificates implements Certificates {
    private static final int LONGEST = 20_000;
    private static final Pattern ONE =
            Pattern.compile("\\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----\\s*");
    private static final int MAIL_NAME = 1;
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_AGREEMENT = 4;
    private static final int SHORTEST_RSA = 2048;
    private static final List<String> FOR_MAIL = List.of("1.3.6.1.5.5.7.3.4", "2.5.29.37.0");

    @Override
    public Optional<Read> read(String text) {
        if (text.length() > LONGEST || !ONE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var parsed = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
            return encrypts(parsed) ? Optional.of(read(text, parsed)) : Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Read read(String text, X509Certificate parsed) throws GeneralSecurityException {
        String fingerprint =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(parsed.getEncoded()));
        var certificate =
                new Certificate(text.strip(), fingerprint, parsed.getNotAfter().toInstant());
        return new Read(certificate, addresses(parsed), parsed.getNotBefore().toInstant());
    }

    private static boolean encrypts(X509Certificate parsed) throws CertificateException {
        boolean @Nullable [] usage = parsed.getKeyUsage();
        List<String> purposes = parsed.getExtendedKeyUsage();
        boolean isLong = !(parsed.getPublicKey() instanceof RSAPublicKey rsa)
                || rsa.getModulus().bitLength() >= SHORTEST_RSA;
        return isLong
                && (usage == null || usage[KEY_ENCIPHERMENT] || usage[KEY_AGREEMENT])
                && (purposes == null || purposes.stream().anyMatch(FOR_MAIL::contains));
    }

    private static List<String> addresses(X509Certificate parsed) throws CertificateException {
        List<String> addresses = new ArrayList<>();
        var names = parsed.getSubjectAlternativeNames();
        if (names != null) {
            names.stream()
                    .filter(it -> it.get(0).equals(MAIL_NAME))
                    .forEach(it -> addresses.add(String.valueOf(it.get(1))));
        }
        return addresses;
    }
}
