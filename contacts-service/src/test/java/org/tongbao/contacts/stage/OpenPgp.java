package org.tongbao.contacts.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.OpenPGPKeyEditor;
import org.bouncycastle.openpgp.api.OpenPGPKeyGenerator;
import org.bouncycastle.openpgp.api.SignatureParameters;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPImplementation;

/** Real OpenPGP keys, made on the spot. */
public final class OpenPgp {
    private OpenPgp() {}

    /** One that never expires. */
    public static OpenPGPKey key(String userId, Instant created) {
        return key(userId, created, Duration.ZERO);
    }

    /** One whose part for encryption ends. */
    public static OpenPGPKey endingKey(String userId, Instant created, Duration life) {
        return key(userId, created, life);
    }

    private static OpenPGPKey key(String userId, Instant created, Duration life) {
        return made(() -> generator(created)
                .withPrimaryKey(it -> it.generateEd25519KeyPair(), lasting(Duration.ZERO))
                .addUserId(userId)
                .addEncryptionSubkey(it -> it.generateX25519KeyPair(), lasting(life))
                .build());
    }

    private static SignatureParameters.Callback lasting(Duration life) {
        return SignatureParameters.Callback.Util.modifyHashedSubpackets(subpackets -> {
            subpackets.removePacketsOfType(SignatureSubpacketTags.KEY_EXPIRE_TIME);
            if (!life.isZero()) {
                subpackets.setKeyExpirationTime(life.toSeconds());
            }
            return subpackets;
        });
    }

    public static OpenPGPKey signOnly(String userId, Instant created) {
        return made(() -> generator(created).signOnlyKey().addUserId(userId).build());
    }

    public static OpenPGPKey revoked(OpenPGPKey key) {
        return made(() -> editor(key).revokeKey().done());
    }

    /** Nothing can be encrypted to it any more, although the key itself stands. */
    public static OpenPGPKey withoutPartToEncryptTo(OpenPGPKey key) {
        return made(() -> {
            OpenPGPKeyEditor editor = editor(key);
            for (OpenPGPCertificate.OpenPGPComponentKey part : key.getSubkeys().values()) {
                editor.revokeComponentKey(part);
            }
            return editor.done();
        });
    }

    /** One key with the parts to encrypt to of another one. */
    public static String grafted(OpenPGPKey onto, OpenPGPKey from) {
        PGPPublicKeyRing ring = onto.toCertificate().getPGPPublicKeyRing();
        for (OpenPGPCertificate.OpenPGPComponentKey part : from.getSubkeys().values()) {
            ring = PGPPublicKeyRing.insertPublicKey(ring, part.getPGPPublicKey());
        }
        return text(new OpenPGPCertificate(ring));
    }

    public static String armoured(OpenPGPKey key) {
        return text(key.toCertificate());
    }

    public static String secret(OpenPGPKey key) {
        return text(key);
    }

    private static String text(OpenPGPCertificate key) {
        try {
            return key.toAsciiArmoredString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OpenPGPKeyEditor editor(OpenPGPKey key) throws PGPException {
        return new OpenPGPKeyEditor(key, part -> null, new BcOpenPGPImplementation());
    }

    private static OpenPGPKeyGenerator generator(Instant created) throws PGPException {
        return new OpenPGPKeyGenerator(
                new BcOpenPGPImplementation(), PublicKeyPacket.VERSION_4, false, Date.from(created));
    }

    private interface Making {
        OpenPGPKey make() throws PGPException;
    }

    private static OpenPGPKey made(Making making) {
        try {
            return making.make();
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }
}
