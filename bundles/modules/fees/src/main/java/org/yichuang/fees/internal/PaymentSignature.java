package org.yichuang.fees.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.yichuang.fees.api.KeyAlgorithm;
import org.yichuang.fees.internal.FeeCommands.Pay;
import org.yichuang.fees.internal.domain.BankContent.Key;
import org.yichuang.kernel.api.TenantId;

/** What a bank signs when it says that money has come: a line for each field, of which none has a break. */
final class PaymentSignature {
    private static final String FORM = "yichuang-payment-1";
    private static final int RSA_BITS = 2048;

    private PaymentSignature() {}

    /** The signed text. */
    static byte[] text(TenantId tenant, Pay of) {
        return String.join(
                        "\n",
                        FORM,
                        tenant.value(),
                        of.bank(),
                        of.serial(),
                        of.code(),
                        Long.toString(of.fen()),
                        of.at().toString(),
                        of.branch(),
                        of.channel().name(),
                        of.account(),
                        of.payer())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a key has signed it. */
    static boolean isSigned(Pay of, TenantId tenant, Key key, String signature) {
        try {
            Signature verifier = Signature.getInstance(key.algorithm().signature());
            verifier.initVerify(key(key.algorithm(), key.publicKey()));
            verifier.update(text(tenant, of));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether it is a key at all, and one that nobody finds by trying. */
    static boolean isKey(KeyAlgorithm algorithm, String publicKey) {
        try {
            PublicKey key = key(algorithm, publicKey);
            return !(key instanceof RSAPublicKey rsa) || rsa.getModulus().bitLength() >= RSA_BITS;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static PublicKey key(KeyAlgorithm algorithm, String publicKey) throws GeneralSecurityException {
        byte[] encoded = Base64.getDecoder().decode(publicKey);
        return KeyFactory.getInstance(algorithm.family()).generatePublic(new X509EncodedKeySpec(encoded));
    }
}
