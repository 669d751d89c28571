package org.tongbao.contacts.channel.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An address of a person, as {@link Addresses} lets it pass. */
public record Channel(ChannelType type, String value) {
    private static final int BYTES = 6;

    /** What names it among its contact's, {@code mail-3f2a9c0d1b7e}: the same wherever it stands in their order. */
    public String key() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return type.key() + "-" + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
