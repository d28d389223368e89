package org.yichuang.linkage.internal.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.yichuang.kernel.api.Digests;
import org.yichuang.linkage.api.SignatureAlgorithm;

/**
 * Ed25519 (RFC 8032) and SM2 with SM3 (GM/T 0003), with keys and signatures in Base64. Keys of Ed25519 have the forms
 * that the Java platform gives them (PKCS#8 without the public half, X.509), so that either reads the other's; the
 * arithmetic is Bouncy Castle's, which is several times faster than that of Java 17.
 */
public final class Signatures {
    private static final int KEY_ID_CHARACTERS = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** PKCS#8 up to the 32 bytes of the key itself (RFC 8410): version 0, algorithm 1.3.101.112. */
    private static final byte[] PRIVATE_FORM = {
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20
    };

    /** Whose signature it is, as GM/T 0009 says where nothing else is agreed. */
    private static final byte[] IDENTITY = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    private static final ECNamedDomainParameters CURVE = new ECNamedDomainParameters(
            GMObjectIdentifiers.sm2p256v1, CustomNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));

    private Signatures() {}

    /** Makes a key pair. */
    public static SigningKey generate(SignatureAlgorithm algorithm) {
        if (algorithm == SignatureAlgorithm.ED25519) {
            Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(RANDOM);
            byte[] publicKey = key.generatePublicKey().getEncoded();
            return new SigningKey(algorithm, key, encoded(joined(algorithm.keyForm(), publicKey)));
        }
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(CURVE, RANDOM));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        byte[] point = ((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false);
        byte[] coordinates = Arrays.copyOfRange(point, 1, point.length); // its first byte is the last of the form
        return new SigningKey(algorithm, pair.getPrivate(), encoded(joined(algorithm.keyForm(), coordinates)));
    }

    /** Reads a private key (PKCS#8) and its public half (X.509), both in Base64. */
    public static SigningKey signingKey(String privateKey, String publicKey) throws GeneralSecurityException {
        SignatureAlgorithm algorithm = publicKey(publicKey).algorithm();
        AsymmetricKeyParameter key;
        try {
            key = PrivateKeyFactory.createKey(decoded(privateKey));
        } catch (IOException | RuntimeException e) {
            throw new InvalidKeySpecException("Not a private key", e);
        }
        boolean fits = algorithm == SignatureAlgorithm.ED25519
                ? key instanceof Ed25519PrivateKeyParameters
                : key instanceof ECPrivateKeyParameters ec
                        && ec.getParameters().getCurve().equals(CURVE.getCurve());
        if (!fits) {
            throw new InvalidKeySpecException("Not a private key of " + algorithm.title());
        }
        return new SigningKey(algorithm, key, publicKey);
    }

    /** Reads a public key (X.509 in Base64); what it is for is what it says itself. */
    public static VerifyingKey publicKey(String text) throws GeneralSecurityException {
        SignatureAlgorithm algorithm = SignatureAlgorithm.ofKey(text)
                .orElseThrow(() -> new InvalidKeySpecException("Not a public key of Ed25519 or SM2"));
        try {
            return new VerifyingKey(algorithm, PublicKeyFactory.createKey(decoded(text)));
        } catch (IOException | RuntimeException e) {
            throw new InvalidKeySpecException("Not a public key", e);
        }
    }

    private static Signer signer(SignatureAlgorithm algorithm) {
        return algorithm == SignatureAlgorithm.ED25519 ? new Ed25519Signer() : new SM2Signer();
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

    /**
     * A public key.
     *
     * @param algorithm what it is for
     * @param key the key itself
     */
    public record VerifyingKey(SignatureAlgorithm algorithm, AsymmetricKeyParameter key) {
        /** Tells whether a signature (Base64) was made over these bytes with the other half of the key. */
        public boolean isGood(byte[] bytes, String signature) {
            byte[] made;
            try {
                made = decoded(signature);
            } catch (IllegalArgumentException e) {
                return false; // not a signature at all
            }
            Signer verifier = signer(algorithm);
            verifier.init(false, algorithm == SignatureAlgorithm.SM2 ? new ParametersWithID(key, IDENTITY) : key);
            verifier.update(bytes, 0, bytes.length);
            return verifier.verifySignature(made);
        }
    }

    /**
     * A private key with its public half, which also names it.
     *
     * @param algorithm what it signs by
     * @param privateKey the private half
     * @param publicKey X.509 in Base64
     */
    public record SigningKey(SignatureAlgorithm algorithm, AsymmetricKeyParameter privateKey, String publicKey) {
        /** The beginning of the public key's digest: nobody can give two keys the same name. */
        public String keyId() {
            return Digests.sha256(decoded(publicKey)).substring(0, KEY_ID_CHARACTERS);
        }

        /** The private key, PKCS#8 in Base64. */
        public String privateText() {
            if (privateKey instanceof Ed25519PrivateKeyParameters ed25519) {
                return encoded(joined(PRIVATE_FORM, ed25519.getEncoded()));
            }
            try {
                return encoded(
                        PrivateKeyInfoFactory.createPrivateKeyInfo(privateKey).getEncoded());
            } catch (IOException e) {
                throw new UncheckedIOException("A key cannot be written", e);
            }
        }

        /** Signs bytes; Base64. */
        public String sign(byte[] bytes) {
            Signer signer = signer(algorithm);
            signer.init(true, parameters());
            signer.update(bytes, 0, bytes.length);
            try {
                return encoded(signer.generateSignature());
            } catch (CryptoException e) {
                throw new IllegalStateException("The key " + keyId() + " does not sign", e);
            }
        }

        private CipherParameters parameters() {
            return algorithm == SignatureAlgorithm.SM2
                    ? new ParametersWithID(new ParametersWithRandom(privateKey, RANDOM), IDENTITY)
                    : privateKey;
        }

        @Override
        public String toString() {
            return "SigningKey[" + keyId() + "]";
        }
    }
}
