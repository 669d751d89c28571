package org.tongbao.contacts.channel.usecase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import org.tongbao.contracts.Crockford;

/**
 * A code that people read, speak and type: six characters that are not mistaken for each other (Crockford's base 32). Only a
 * hash of it is kept.
 */
record SpokenCode(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 6;

    static SpokenCode next() {
        return new SpokenCode(Crockford.random(RANDOM, LENGTH));
    }

    /** As it was meant: without spaces and hyphens, whatever the case, with O for zero and I or L for one. */
    static SpokenCode typed(String text) {
        return new SpokenCode(Crockford.normal(text));
    }

    String hash(UUID id) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((id + ":" + value).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isThatOf(ChannelCodes.Kept kept) {
        return MessageDigest.isEqual(
                hash(kept.id()).getBytes(StandardCharsets.UTF_8), kept.hash().getBytes(StandardCharsets.UTF_8));
    }
}
