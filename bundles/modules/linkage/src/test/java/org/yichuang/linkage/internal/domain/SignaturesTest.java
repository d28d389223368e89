package org.yichuang.linkage.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.Test;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.linkage.internal.domain.Signatures.SigningKey;

/** Keys and signatures are those of the Java platform, whichever of the two made them. */
public class SignaturesTest {
    private static final byte[] WORDS = "海阳市 → 烟台市".getBytes(StandardCharsets.UTF_8);

    @Test
    public void whatThePlatformsOldKeysSignedStillHolds() throws Exception {
        KeyPair old = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String signature = signedByThePlatform(old.getPrivate());

        assertTrue(Signatures.publicKey(text(old.getPublic().getEncoded())).isGood(WORDS, signature));
    }

    @Test
    public void anOldKeySignsTheSameAsBeforeAndKeepsItsName() throws Exception {
        KeyPair old = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        SigningKey read = Signatures.signingKey(
                text(old.getPrivate().getEncoded()), text(old.getPublic().getEncoded()));

        assertEquals(signedByThePlatform(old.getPrivate()), read.sign(WORDS));
        assertEquals(text(old.getPrivate().getEncoded()), read.privateText());
    }

    @Test
    public void thePlatformReadsANewKeyAndVerifiesWhatItSigned() throws Exception {
        SigningKey made = Signatures.generate(SignatureAlgorithm.ED25519);
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        PublicKey publicKey = factory.generatePublic(new X509EncodedKeySpec(bytes(made.publicKey())));
        PrivateKey privateKey = factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(made.privateText())));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(publicKey);
        verifier.update(WORDS);

        assertTrue(verifier.verify(bytes(made.sign(WORDS))));
        assertEquals(signedByThePlatform(privateKey), made.sign(WORDS));
    }

    @Test
    public void whatIsNoSignatureIsNotGood() throws Exception {
        SigningKey key = Signatures.generate(SignatureAlgorithm.ED25519);
        String good = key.sign(WORDS);
        byte[] changed = bytes(good);
        changed[0] ^= 1;

        for (String bad : new String[] {"", "x", "not base64!", text(changed), text(new byte[64]), good + "AAAA"}) {
            assertFalse(bad, Signatures.publicKey(key.publicKey()).isGood(WORDS, bad));
        }
        byte[] other = "烟台市 → 海阳市".getBytes(StandardCharsets.UTF_8);
        assertFalse(Signatures.publicKey(key.publicKey()).isGood(other, good));
    }

    @Test
    public void whatIsNoKeyIsRefused() throws Exception {
        KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String publicKey = text(rsa.getPublic().getEncoded());
        String privateKey = text(rsa.getPrivate().getEncoded());

        assertThrows(GeneralSecurityException.class, () -> Signatures.publicKey(publicKey));
        assertThrows(GeneralSecurityException.class, () -> Signatures.signingKey(privateKey, publicKey));
        assertThrows(GeneralSecurityException.class, () -> Signatures.publicKey("AAAA"));
        assertThrows(GeneralSecurityException.class, () -> Signatures.signingKey("", ""));
    }

    private static String signedByThePlatform(PrivateKey key) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(key);
        signer.update(WORDS);
        return text(signer.sign());
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }
}
