package org.yichuang.linkage.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.junit.Test;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.linkage.internal.domain.Signatures.SigningKey;

/** SM2 with SM3, by the example of the standard (GM/T 0003.5, A.2), and by what may be put in its place. */
public class Sm2Test {
    private static final byte[] MESSAGE = "message digest".getBytes(StandardCharsets.US_ASCII);
    private static final String X = "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020";
    private static final String Y = "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
    private static final String R = "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3";
    private static final String S = "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";
    private static final String FORM = "3059301306072a8648ce3d020106082a811ccf5501822d03420004";

    @Test
    public void theSignatureOfTheStandardHolds() throws Exception {
        assertTrue(Signatures.publicKey(key(X, Y)).isGood(MESSAGE, signature(R, S)));
        assertFalse(Signatures.publicKey(key(X, Y)).isGood(MESSAGE, signature(S, R)));
        assertFalse(Signatures.publicKey(key(X, Y)).isGood("Message digest".getBytes(), signature(R, S)));
    }

    @Test
    public void whatAKeySignsItsOtherHalfKnowsAlsoAfterItWasWrittenAndRead() throws Exception {
        SigningKey made = Signatures.generate(SignatureAlgorithm.SM2);
        SigningKey read = Signatures.signingKey(made.privateText(), made.publicKey());

        assertEquals(made.keyId(), read.keyId());
        assertEquals(SignatureAlgorithm.SM2, read.algorithm());
        assertTrue(Signatures.publicKey(made.publicKey()).isGood(MESSAGE, read.sign(MESSAGE)));
        assertFalse(Signatures.publicKey(key(X, Y)).isGood(MESSAGE, read.sign(MESSAGE)));
    }

    @Test
    public void whatIsNoSignatureIsNotGood() throws Exception {
        for (String bad : new String[] {"", "x", "not base64!", "AAAA", signature("00", S), signature(R, "00")}) {
            assertFalse(bad, Signatures.publicKey(key(X, Y)).isGood(MESSAGE, bad));
        }
    }

    @Test
    public void aPointThatIsNotOnTheCurveOrAKeyOfAnotherCurveIsNoKey() throws Exception {
        KeyPairGenerator other = KeyPairGenerator.getInstance("EC");
        other.initialize(new ECGenParameterSpec("secp256r1"));
        String foreign = text(other.generateKeyPair().getPublic().getEncoded());

        assertThrows(GeneralSecurityException.class, () -> Signatures.publicKey(key(Y, X)));
        assertThrows(GeneralSecurityException.class, () -> Signatures.publicKey(foreign));
    }

    @Test
    public void thePrivateHalfOfAnotherAlgorithmDoesNotBelongToIt() {
        SigningKey sm2 = Signatures.generate(SignatureAlgorithm.SM2);
        SigningKey ed25519 = Signatures.generate(SignatureAlgorithm.ED25519);

        assertThrows(
                GeneralSecurityException.class, () -> Signatures.signingKey(ed25519.privateText(), sm2.publicKey()));
        assertThrows(
                GeneralSecurityException.class, () -> Signatures.signingKey(sm2.privateText(), ed25519.publicKey()));
    }

    private static String key(String x, String y) {
        return text(HexFormat.of().parseHex(FORM + x.toLowerCase() + y.toLowerCase()));
    }

    private static String signature(String r, String s) throws Exception {
        return text(new DERSequence(new ASN1Integer[] {integer(r), integer(s)}).getEncoded());
    }

    private static ASN1Integer integer(String hex) {
        return new ASN1Integer(new BigInteger(hex, 16));
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
