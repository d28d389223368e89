package org.yichuang.documents.internal.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the parts of one file (AES-256-GCM) under a key of its own. A part is bound to its place and to whether it
 * is the last: parts that are exchanged, doubled or cut off at the end are not decrypted.
 */
final class PartCipher {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** How many bytes a part grows by. */
    static final int TAG_BYTES = TAG_BITS / Byte.SIZE;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    private PartCipher(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    static PartCipher fresh() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return new PartCipher(key);
    }

    static PartCipher of(String text) {
        return new PartCipher(Base64.getDecoder().decode(text));
    }

    /** The key as text, to be encrypted itself. */
    String text() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    byte[] encrypt(int part, boolean isLast, byte[] plain, int length) throws GeneralSecurityException {
        return cipher(Cipher.ENCRYPT_MODE, part, isLast).doFinal(plain, 0, length);
    }

    byte[] decrypt(int part, boolean isLast, byte[] kept) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, part, isLast).doFinal(kept);
    }

    private Cipher cipher(int mode, int part, boolean isLast) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).putInt(part).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((part + (isLast ? " last" : " more")).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
