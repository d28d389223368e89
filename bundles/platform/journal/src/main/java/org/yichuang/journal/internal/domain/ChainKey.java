package org.yichuang.journal.internal.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret with which the chains are sealed: who can write rows but has not the key cannot write a journal. */
public final class ChainKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    public ChainKey(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** A key of its own for a purpose, from which nothing about this one can be worked out. */
    public ChainKey derived(String purpose) {
        return new ChainKey(HexFormat.of().parseHex(hash("derived-1", purpose)));
    }

    /** The keyed hash over fields, each preceded by its length, so that no two lists of fields look alike. */
    public String hash(String... fields) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            for (String field : fields) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
