package org.tongbao.escalation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tongbao.escalation.domain.Crockford;

/**
 * Token and code of a recipient's letter. They are derived from a secret that only the service's processes hold, so that
 * every copy of a mail carries the same ones while the database keeps their hashes only.
 */
@ApplicationScoped
public class LetterKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int CODE_LENGTH = 6;
    private static final int SHORTEST_SECRET = 32;

    private final AcknowledgementSettings settings;
    private final SecretKeySpec key;

    LetterKeys(AcknowledgementSettings settings) {
        this.settings = settings;
        String secret = settings.secret().orElse("");
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalStateException(
                    "tongbao.acknowledgement.secret (TONGBAO_ACKNOWLEDGEMENT_SECRET) must have at" + " least "
                            + SHORTEST_SECRET + " characters, the same for every replica");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** What the mail to this recipient carries. */
    OutgoingNotice.Acknowledgement acknowledgement(UUID letter) {
        String base = settings.publicUrl().replaceFirst("/$", "");
        return new OutgoingNotice.Acknowledgement(
                URI.create(base + "/api/v1/ack/" + letter + "#" + token(letter)), code(letter));
    }

    public byte[] tokenHash(UUID letter) {
        return hash(letter, token(letter));
    }

    public byte[] codeHash(UUID letter) {
        return hash(letter, code(letter));
    }

    static boolean matches(UUID letter, String given, byte[] hash) {
        return MessageDigest.isEqual(hash(letter, given), hash);
    }

    private String token(UUID letter) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(derive("token", letter));
    }

    private String code(UUID letter) {
        return Crockford.encode(ByteBuffer.wrap(derive("code", letter)).getLong(), CODE_LENGTH);
    }

    private byte[] derive(String purpose, UUID letter) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((purpose + ":" + letter).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(UUID letter, String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((letter + ":" + secret).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
