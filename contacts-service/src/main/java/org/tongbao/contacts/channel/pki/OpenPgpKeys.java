package org.tongbao.contacts.channel.pki;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.OpenPGPDefaultPolicy;
import org.bouncycastle.openpgp.api.OpenPGPKeyReader;
import org.bouncycastle.openpgp.api.OpenPGPPolicy;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPImplementation;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.channel.domain.Certificate;
import org.tongbao.contacts.channel.domain.Certificates;

/** OpenPGP (RFC 9580): one public key in ASCII armour, with a part to encrypt to. */
final class OpenPgpKeys implements Certificates {
    private static final int LONGEST = 20_000;
    // Possessive throughout: whoever sends something almost right must not keep the reader busy.
    private static final Pattern ONE = Pattern.compile("\\s*+-----BEGIN PGP PUBLIC KEY BLOCK-----\\s*+"
            + "(?:[A-Za-z]++: [^\\r\\n]*+\\R)*+[A-Za-z0-9+/=\\s]++-----END PGP PUBLIC KEY BLOCK-----\\s*+");
    private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>]*+)>\\s*+$");

    private final OpenPGPPolicy policy = new OpenPGPDefaultPolicy();
    private final OpenPGPKeyReader reader = new OpenPGPKeyReader(new BcOpenPGPImplementation(), policy);

    @Override
    public Optional<Read> read(String text) {
        if (text.length() > LONGEST || !ONE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            List<OpenPGPCertificate> keys = reader.parseKeysOrCertificates(text);
            return keys.size() == 1 && !keys.get(0).isSecretKey() ? read(text, keys.get(0)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // whatever the parser stumbles over, it is no key
        }
    }

    // As of its newest signature: what was revoked is out by then, and when it expires is asked by whoever knows the
    // time.
    private Optional<Read> read(String text, OpenPGPCertificate key) {
        Date newest = key.getLastModificationDate();
        List<OpenPGPComponentKey> parts = key.getEncryptionKeys(newest).stream()
                .filter(it -> policy.isAcceptableEncryptionKey(it.getPGPPublicKey()))
                .toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String fingerprint = HexFormat.of().formatHex(key.getFingerprint()).toLowerCase(Locale.ROOT);
        var certificate = new Certificate(text.strip(), fingerprint, expires(key, parts, newest));
        Instant from = key.getPrimaryKey().getCreationTime().toInstant();
        return Optional.of(new Read(certificate, addresses(key, newest), from));
    }

    /** When nothing can be encrypted to it any more: the whole key ends, or the last of its parts. */
    private static @Nullable Instant expires(OpenPGPCertificate key, List<OpenPGPComponentKey> parts, Date newest) {
        Date ofKey = key.getPrimaryKey().getKeyExpirationDateAt(newest);
        boolean oneNeverDoes = parts.stream().anyMatch(it -> it.getKeyExpirationDateAt(newest) == null);
        Date ofParts = oneNeverDoes
                ? null
                : parts.stream()
                        .map(it -> it.getKeyExpirationDateAt(newest))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        return Stream.of(Optional.ofNullable(ofKey), Optional.ofNullable(ofParts))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(Date::toInstant)
                .orElse(null);
    }

    private static List<String> addresses(OpenPGPCertificate key, Date newest) {
        return key.getValidUserIds(newest).stream()
                .map(it -> Objects.requireNonNullElse(it.getUserId(), ""))
                .map(OpenPgpKeys::address)
                .toList();
    }

    /** {@code Somebody <somebody@office.example.test>}, or the address alone. */
    private static String address(String userId) {
        Matcher matcher = IN_BRACKETS.matcher(userId);
        return matcher.find() ? matcher.group(1).strip() : userId.strip();
    }
}
