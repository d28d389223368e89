package org.yichuang.linkage.internal.domain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.yichuang.kernel.api.Digests;

/** Ed25519 as the Java platform has it, with keys and signatures in Base64. */
public final class Signatures {
    private static final String ALGORITHM = "Ed25519";
    private static final int KEY_ID_CHARACTERS = 24;

    private Signatures() {}

    /** Makes a key pair. */
    public static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), encoded(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }

    /** Reads a private key (PKCS#8) and its public half (X.509), both in Base64. */
    public static SigningKey signingKey(String privateKey, String publicKey) throws GeneralSecurityException {
        PKCS8EncodedKeySpec form = new PKCS8EncodedKeySpec(decoded(privateKey));
        return new SigningKey(KeyFactory.getInstance(ALGORITHM).generatePrivate(form), publicKey);
    }

    /** Reads a public key (X.509 in Base64). */
    public static PublicKey publicKey(String text) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(decoded(text)));
    }

    /** Tells whether a signature (Base64) was made over these bytes with the other half of the key. */
    public static boolean isGood(PublicKey key, byte[] bytes, String signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(bytes);
            return verifier.verify(decoded(signature));
        } catch (SignatureException | IllegalArgumentException e) {
            return false; // not a signature at all
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An Ed25519 key was read before", e);
        }
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A private key with its public half, which also names it. */
    public record SigningKey(PrivateKey privateKey, String publicKey) {
        /** The beginning of the public key's digest: nobody can give two keys the same name. */
        public String keyId() {
            return Digests.sha256(decoded(publicKey)).substring(0, KEY_ID_CHARACTERS);
        }

        /** The private key, PKCS#8 in Base64. */
        public String privateText() {
            return encoded(privateKey.getEncoded());
        }

        /** Signs bytes; Base64. */
        public String sign(byte[] bytes) {
            try {
                Signature signer = Signature.getInstance(ALGORITHM);
                signer.initSign(privateKey);
                signer.update(bytes);
                return encoded(signer.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("An Ed25519 key was read before", e);
            }
        }

        @Override
        public String toString() {
            return "SigningKey[" + keyId() + "]";
        }
    }
}
