package org.yichuang.linkage.api;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** By what a centre signs. Which one a key is for follows from the key itself: nobody can use it under another. */
public enum SignatureAlgorithm {
    /** Ed25519 (RFC 8032); the one of which whatever names none is. */
    ED25519("ed25519", "Ed25519", "302a300506032b6570032100", 44),
    /** SM2 with SM3 (GM/T 0003.2, GM/T 0004) over the usual identity, in the form of GM/T 0009. */
    SM2("sm2", "SM2", "3059301306072a8648ce3d020106082a811ccf5501822d03420004", 91);

    private final String word;
    private final String title;
    private final byte[] keyForm;
    private final int keyLength;

    SignatureAlgorithm(String word, String title, String keyForm, int keyLength) {
        this.word = word;
        this.title = title;
        this.keyForm = HexFormat.of().parseHex(keyForm);
        this.keyLength = keyLength;
    }

    /** As messages and settings name it. */
    public String word() {
        return word;
    }

    /** As people call it, in every language. */
    public String title() {
        return title;
    }

    /** Returns how the X.509 form of its public keys begins, up to the key itself. */
    public byte[] keyForm() {
        return keyForm.clone();
    }

    /** Returns the one of a name; empty where it is not known here. */
    public static Optional<SignatureAlgorithm> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** Returns what a public key (X.509 in Base64) is for; empty where that is not known here, or it is no key. */
    public static Optional<SignatureAlgorithm> ofKey(String publicKey) {
        try {
            byte[] key = Base64.getDecoder().decode(publicKey == null ? "" : publicKey);
            return Arrays.stream(values()).filter(each -> each.isOf(key)).findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no key at all
        }
    }

    private boolean isOf(byte[] key) {
        return key.length == keyLength && Arrays.equals(key, 0, keyForm.length, keyForm, 0, keyForm.length);
    }
}
