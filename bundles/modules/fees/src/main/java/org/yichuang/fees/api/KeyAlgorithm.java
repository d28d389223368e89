package org.yichuang.fees.api;

/** How a bank signs. */
public enum KeyAlgorithm {
    /** EdDSA on Curve25519. */
    ED25519("Ed25519", "Ed25519"),
    /** RSA over SHA-256. */
    RSA("RSA", "SHA256withRSA");

    private final String family;
    private final String signature;

    KeyAlgorithm(String family, String signature) {
        this.family = family;
        this.signature = signature;
    }

    /** The name of its keys. */
    public String family() {
        return family;
    }

    /** The name of its signatures. */
    public String signature() {
        return signature;
    }
}
