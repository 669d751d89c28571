package org.tongbao.escalation.acknowledgement.usecase;

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

    AcknowledgementTokens(AcknowledgementSettings settings) {
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
    public AcknowledgementLink link(UUID recipient) {
        String base = settings.publicUrl().replaceFirst("/$", "");
        return new AcknowledgementLink(
                URI.create(base + "/api/v1/ack/" + recipient + "#" + token(recipient)), code(recipient));
    }

    public byte[] tokenHash(UUID recipient) {
        return hash(recipient, token(recipient));
    }

    public byte[] codeHash(UUID recipient) {
        return hash(recipient, code(recipient));
    }

    static boolean matches(UUID recipient, String given, byte[] hash) {
        return MessageDigest.isEqual(hash(recipient, given), hash);
    }

    private String token(UUID recipient) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(derive("token", recipient));
    }

    private String code(UUID recipient) {
        return Crockford.encode(ByteBuffer.wrap(derive("code", recipient)).getLong(), CODE_LENGTH);
    }

    private byte[] derive(String purpose, UUID recipient) {
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
