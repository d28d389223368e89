package org.yichuang.journal.api;

import org.yichuang.kernel.api.TenantId;

/**
 * SPI (whiteboard): signs for a centre with the key by which others know it. Called outside of a transaction: a centre
 * without a key gets one.
 */
public interface CentreSigner {
    /**
     * Signs a digest for a purpose: Ed25519 (RFC 8032) over {@link #signedText} in UTF-8.
     *
     * @param purpose what for, e.g. {@code package}; lower-case letters and hyphens
     * @param sha256 the digest of what is signed, 64 hex characters
     */
    Signature sign(TenantId centre, String purpose, String sha256);

    /** The text that is signed: no other signature of the key is over a text that begins so. */
    static String signedText(String centre, String purpose, String sha256) {
        return String.join("\n", "yichuang-signature-1", centre, purpose, sha256, "");
    }

    /**
     * A signature.
     *
     * @param keyId names the key: the first 24 hex characters of the SHA-256 of its X.509 form
     * @param publicKey X.509 form in Base64
     * @param value the signature in Base64
     */
    record Signature(String keyId, String publicKey, String value) {}
}
