package org.yichuang.linkage.api;

import java.time.Instant;
import java.util.List;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** The signing keys of centres: the public halves are in the database, the private ones in this container's files. */
public interface CentreKeys {
    /** Returns the public keys of the context's centre, the newest first. */
    @RequiresPermission(LinkagePermission.VIEW_KEYS)
    List<PublicKeyView> keys(CallContext context);

    /**
     * Makes a new key of this container for the context's centre and retires the one it replaces, which stays good for
     * verifying what it signed before. Journaled.
     *
     * @return the new key
     */
    @RequiresPermission(LinkagePermission.ROTATE_KEY)
    PublicKeyView rotate(CallContext context);

    /**
     * Ends a key of the context's centre for good, e.g. because its private half may be in other hands: nothing that it
     * has signed is believed from now on, whenever that was. Where it was this container's, there is a new one at once;
     * what got no receipt yet leaves under that. A key that is revoked already stays so. Journaled.
     *
     * @throws ProblemException {@code signing-key-unknown}, {@code fields-invalid} without a reason
     * @return the key as it is now
     */
    @RequiresPermission(LinkagePermission.ROTATE_KEY)
    PublicKeyView revoke(String keyId, String reason, CallContext context);

    /**
     * A public key.
     *
     * @param centre whose it is
     * @param keyId names it
     * @param publicKey X.509 form in Base64
     * @param from since when it signs
     * @param until when it was retired, null while it signs
     * @param revokedAt when it was revoked, null as long as what it has signed is believed
     * @param alg what it signs by, as {@link SignatureAlgorithm} names it; null where it is no key that is known here
     */
    record PublicKeyView(
            String centre, String keyId, String publicKey, Instant from, Instant until, Instant revokedAt, String alg) {
        /** @throws IllegalArgumentException when it is said to be for another algorithm than it is */
        public PublicKeyView {
            String itsOwn = SignatureAlgorithm.ofKey(publicKey)
                    .map(SignatureAlgorithm::word)
                    .orElse(null);
            if (alg != null && !alg.equals(itsOwn)) {
                throw new IllegalArgumentException("The key " + keyId + " is not one of " + alg);
            }
            alg = itsOwn;
        }

        /** One that signs by what it is for. */
        public PublicKeyView(
                String centre, String keyId, String publicKey, Instant from, Instant until, Instant revokedAt) {
            this(centre, keyId, publicKey, from, until, revokedAt, null);
        }
    }
}
