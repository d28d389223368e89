package org.yichuang.linkage.internal.domain;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.util.Base64;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.yichuang.kernel.api.Digests;

/**
 * Ed25519 (RFC 8032), with keys and signatures in Base64. Keys have the forms that the Java platform gives them (PKCS#8
 * without the public half, X.509), so that either reads the other's; the arithmetic is Bouncy Castle's, which is
 * several times faster than that of Java 17.
 */
public final class Signatures {
    private static final int KEY_ID_CHARACTERS = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** PKCS#8 up to the 32 bytes of the key itself (RFC 8410): version 0, algorithm 1.3.101.112. */
    private static final byte[] PRIVATE_FORM = {
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20
    };

    /** X.509 up to the 32 bytes of the key itself (RFC 8410). */
    private static final byte[] PUBLIC_FORM = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private Signatures() {}

    /** Makes a key pair. */
    public static SigningKey generate() {
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(RANDOM);
        return new SigningKey(
                key, encoded(joined(PUBLIC_FORM, key.generatePublicKey().getEncoded())));
    }

    /** Reads a private key (PKCS#8) and its public half (X.509), both in Base64. */
    public static SigningKey signingKey(String privateKey, String publicKey) throws GeneralSecurityException {
        try {
            AsymmetricKeyParameter key = PrivateKeyFactory.createKey(decoded(privateKey));
            if (key instanceof Ed25519PrivateKeyParameters ed25519) {
                return new SigningKey(ed25519, publicKey);
            }
        } catch (IOException | RuntimeException e) {
            throw new InvalidKeySpecException("Not a private key", e);
        }
        throw new InvalidKeySpecException("Not a private key of Ed25519");
    }

    /** Reads a public key (X.509 in Base64). */
    public static Ed25519PublicKeyParameters publicKey(String text) throws GeneralSecurityException {
        try {
            AsymmetricKeyParameter key = PublicKeyFactory.createKey(decoded(text));
            if (key instanceof Ed25519PublicKeyParameters ed25519) {
                return ed25519;
            }
        } catch (IOException | RuntimeException e) {
            throw new InvalidKeySpecException("Not a public key", e);
        }
        throw new InvalidKeySpecException("Not a public key of Ed25519");
    }

    /** Tells whether a signature (Base64) was made over these bytes with the other half of the key. */
    public static boolean isGood(Ed25519PublicKeyParameters key, byte[] bytes, String signature) {
        byte[] made;
        try {
            made = decoded(signature);
        } catch (IllegalArgumentException e) {
            return false; // not a signature at all
        }
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, key);
        verifier.update(bytes, 0, bytes.length);
        return verifier.verifySignature(made);
    }

    private static byte[] joined(byte[] form, byte[] key) {
        byte[] whole = new byte[form.length + key.length];
        System.arraycopy(form, 0, whole, 0, form.length);
        System.arraycopy(key, 0, whole, form.length, key.length);
        return whole;
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A private key with its public half, which also names it. */
    public record SigningKey(Ed25519PrivateKeyParameters privateKey, String publicKey) {
        /** The beginning of the public key's digest: nobody can give two keys the same name. */
        public String keyId() {
            return Digests.sha256(decoded(publicKey)).substring(0, KEY_ID_CHARACTERS);
        }

        /** The private key, PKCS#8 in Base64. */
        public String privateText() {
            return encoded(joined(PRIVATE_FORM, privateKey.getEncoded()));
        }

        /** Signs bytes; Base64. */
        public String sign(byte[] bytes) {
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(true, privateKey);
            signer.update(bytes, 0, bytes.length);
            return encoded(signer.generateSignature());
        }

        @Override
        public String toString() {
            return "SigningKey[" + keyId() + "]";
        }
    }
}
