package org.yichuang.linkage.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.yichuang.kernel.api.TenantId;

/** The keys that centres sign with and are known by. */
public interface KeyRing {
    /** Returns the key that this container signs with for a centre; makes it when there is none. */
    Signatures.SigningKey signing(TenantId centre);

    /** Returns a centre's public key by its name, if it is known here. */
    Optional<KnownKey> known(TenantId centre, String keyId);

    /**
     * A public key.
     *
     * @param key the key
     * @param until when it was retired, null while it signs
     */
    record KnownKey(Ed25519PublicKeyParameters key, Instant until) {
        /** What was being signed while the key was retired must still verify. */
        private static final Duration OVERLAP = Duration.ofMinutes(5);

        /** Tells whether the signature is good and was made before the key was retired. */
        public boolean signed(byte[] bytes, String signature, Instant at) {
            return (until == null || !at.isAfter(until.plus(OVERLAP))) && Signatures.isGood(key, bytes, signature);
        }
    }
}
