package org.yichuang.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.yichuang.journal.api.CentreSigner;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.TenantId;

/** Signs for every centre with one key, which nobody else has. */
public final class TestSigner implements CentreSigner {
    private static final int KEY_ID = 24;

    private final KeyPair keys;

    public TestSigner() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }

    /** The public half, X.509 in Base64. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** What names the key. */
    public String keyId() {
        return Digests.sha256(keys.getPublic().getEncoded()).substring(0, KEY_ID);
    }

    @Override
    public Signature sign(TenantId centre, String purpose, String sha256) {
        try {
            java.security.Signature signature = java.security.Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(
                    CentreSigner.signedText(centre.value(), purpose, sha256).getBytes(StandardCharsets.UTF_8));
            return new Signature(keyId(), publicKey(), Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }
}
