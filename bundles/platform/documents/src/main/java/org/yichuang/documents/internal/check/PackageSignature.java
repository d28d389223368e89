package org.yichuang.documents.internal.check;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;

/**
 * Who signed a package.
 *
 * @param keyId names the key
 * @param key X.509 form
 * @param value the signature
 */
record PackageSignature(String keyId, byte[] key, byte[] value) {
    private static final int KEY_ID = 24;

    /** @throws IllegalArgumentException when it is none */
    static PackageSignature read(String json) {
        Map<?, ?> fields = PackageManifest.map(JsonReader.read(json));
        return new PackageSignature(
                PackageManifest.text(fields, "keyId"),
                Base64.getDecoder().decode(PackageManifest.text(fields, "publicKey")),
                Base64.getDecoder().decode(PackageManifest.text(fields, "signature")));
    }

    /** What names a key: the beginning of its digest. */
    static String keyId(byte[] key) {
        return EntryDigest.sha256(key).substring(0, KEY_ID);
    }

    boolean isOf(byte[] text) {
        try {
            PublicKey publicKey = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(publicKey);
            signature.update(text);
            return keyId.equals(keyId(key)) && signature.verify(value);
        } catch (GeneralSecurityException e) {
            return false; // no key, or no signature at all
        }
    }
}
