package org.yichuang.linkage.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.internal.domain.Signatures.VerifyingKey;

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
     * @param from since when it signs, null where nobody says so
     * @param until when it was retired, null while it signs
     * @param revokedAt when it was revoked, null as long as what it has signed is believed
     */
    record KnownKey(VerifyingKey key, Instant from, Instant until, Instant revokedAt) {
        /** Clocks differ, and what was being signed while the key was replaced must still verify. */
        public static final Duration OVERLAP = Duration.ofMinutes(5);

        /** Tells whether the signature is one of this key over these bytes, by the algorithm that is said. */
        public boolean signed(String alg, byte[] bytes, String signature) {
            return key.algorithm().word().equals(alg) && key.isGood(bytes, signature);
        }

        public boolean isRevoked() {
            return revokedAt != null;
        }

        /** Tells whether the key was in force at a moment. */
        public boolean isInForce(Instant at) {
            return (from == null || !at.isBefore(from.minus(OVERLAP))) && !isRetired(at);
        }

        /** Tells whether the key had been retired by then. */
        public boolean isRetired(Instant at) {
            return until != null && at.isAfter(until.plus(OVERLAP));
        }
    }
}
