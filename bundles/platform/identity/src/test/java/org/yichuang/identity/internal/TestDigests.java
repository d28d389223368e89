package org.yichuang.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.yichuang.journal.api.KeyedDigests;

/** Keyed digests with a key that a test knows. */
final class TestDigests implements KeyedDigests {
    private final String key;

    TestDigests(String key) {
        this.key = key;
    }

    @Override
    public String digest(String purpose, String... fields) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec((key + purpose).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(Arrays.toString(fields).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean matches(String kept, String purpose, String... fields) {
        return MessageDigest.isEqual(
                kept.getBytes(StandardCharsets.UTF_8), digest(purpose, fields).getBytes(StandardCharsets.UTF_8));
    }
}
