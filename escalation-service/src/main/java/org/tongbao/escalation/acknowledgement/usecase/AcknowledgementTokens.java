package org.tongbao.escalation.acknowledgement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tongbao.contracts.Crockford;

/**
 * Token and code of one recipient's mail. They are derived from a secret that only the service's processes hold, so that
 * every copy of a mail carries the same ones while the database keeps their hashes only.
 */
@ApplicationScoped
public class AcknowledgementTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int CODE_LENGTH = 6;
    private static final int SHORTEST_SECRET = 32;

    private final AcknowledgementSettings settings;
    private final SecretKeySpec key;
    private final Optional<SecretKeySpec> previous;

    AcknowledgementTokens(AcknowledgementSettings settings) {
        this.settings = settings;
        this.key = key("secret", settings.secret().orElse(""));
        this.previous = settings.previousSecret().map(it -> key("previous-secret", it));
    }

    private static SecretKeySpec key(String setting, String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalStateException("tongbao.acknowledgement." + setting + " (TONGBAO_ACKNOWLEDGEMENT_"
                    + setting.toUpperCase(Locale.ROOT).replace('-', '_') + ") must have at least " + SHORTEST_SECRET
                    + " characters, the same for every replica");
        }
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * What the mail to this recipient carries: the same in every copy, also when the secret has changed in between.
     *
     * @param tokenHash what is kept of the token
     * @return empty when neither secret made it: the letter would carry a link that leads nowhere
     */
    public Optional<AcknowledgementLink> link(UUID recipient, byte[] tokenHash) {
        String base = settings.publicUrl().replaceFirst("/$", "") + "/api/v1/ack/";
        return Stream.concat(Stream.of(key), previous.stream())
                .filter(it -> matches(recipient, token(it, recipient), tokenHash))
                .findFirst()
                .map(it -> new AcknowledgementLink(
                        URI.create(base + recipient + "#" + token(it, recipient)), code(it, recipient)));
    }

    public byte[] tokenHash(UUID recipient) {
        return hash(recipient, token(key, recipient));
    }

    public byte[] codeHash(UUID recipient) {
        return hash(recipient, code(key, recipient));
    }

    static boolean matches(UUID recipient, String given, byte[] hash) {
        return MessageDigest.isEqual(hash(recipient, given), hash);
    }

    private static String token(SecretKeySpec key, UUID recipient) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(derive(key, "token", recipient));
    }

    private static String code(SecretKeySpec key, UUID recipient) {
        return Crockford.encode(ByteBuffer.wrap(derive(key, "code", recipient)).getLong(), CODE_LENGTH);
    }

    private static byte[] derive(SecretKeySpec key, String purpose, UUID recipient) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((purpose + ":" + recipient).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(UUID recipient, String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((recipient + ":" + secret).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
