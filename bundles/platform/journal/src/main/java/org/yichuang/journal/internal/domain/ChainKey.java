package org.yichuang.journal.internal.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret with which the chains are sealed: who can write rows but has not the key cannot write a journal. */
public final class ChainKey {
    private static final String ALGORITHM = "HmacSHA256";

    /** Begun with the key and never worked with: a copy of it costs a fraction of beginning anew. */
    private final Mac begun;

    public ChainKey(byte[] secret) {
        try {
            begun = Mac.getInstance(ALGORITHM);
            begun.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** A key of its own for a purpose, from which nothing about this one can be worked out. */
    public ChainKey derived(String purpose) {
        return new ChainKey(HexFormat.of().parseHex(hash("derived-1", purpose)));
    }

    /** The keyed hash over fields, each preceded by its length, so that no two lists of fields look alike. */
    public String hash(String... fields) {
        Mac mac = copy();
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            mac.update((byte) (bytes.length >>> 24));
            mac.update((byte) (bytes.length >>> 16));
            mac.update((byte) (bytes.length >>> 8));
            mac.update((byte) bytes.length);
            mac.update(bytes);
        }
        return HexFormat.of().formatHex(mac.doFinal());
    }

    private Mac copy() {
        try {
            return (Mac) begun.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's own " + ALGORITHM + " can be copied", e);
        }
    }
}
