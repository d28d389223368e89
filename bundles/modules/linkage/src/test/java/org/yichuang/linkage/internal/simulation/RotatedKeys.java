package org.yichuang.linkage.internal.simulation;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.linkage.internal.domain.KeyRing;
import org.yichuang.linkage.internal.domain.Signatures;
import org.yichuang.linkage.internal.domain.Signatures.SigningKey;

/** The keys as one deployment knows them: its own as they are, those of the other as it was told last. */
final class RotatedKeys implements KeyRing {
    /** Made once: which ones they are changes nothing. */
    private static final List<SigningKey> MADE = Stream.generate(() -> Signatures.generate(SignatureAlgorithm.ED25519))
            .limit(24)
            .toList();

    private final Map<TenantId, SigningKey> signing = new HashMap<>();
    private final Map<String, KnownKey> known = new HashMap<>();

    /** Keys for all centres of a run. */
    static Deque<SigningKey> made() {
        return new ArrayDeque<>(MADE);
    }

    /** A centre that lives here signs with another key from now on. */
    void sign(TenantId centre, SigningKey next, Instant at) {
        end(centre, key -> new KnownKey(key.key(), key.from(), at, key.revokedAt()));
        signing.put(centre, next);
        try {
            known.put(name(centre, next), new KnownKey(Signatures.publicKey(next.publicKey()), at, null, null));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Nothing that a centre has signed until now is to be believed any more. */
    void revoke(TenantId centre, SigningKey next, Instant at) {
        end(centre, key -> new KnownKey(key.key(), key.from(), key.until(), at));
        sign(centre, next, at);
    }

    private void end(TenantId centre, UnaryOperator<KnownKey> change) {
        SigningKey before = signing.get(centre);
        if (before != null) {
            known.computeIfPresent(name(centre, before), (name, key) -> change.apply(key));
        }
    }

    private static String name(TenantId centre, SigningKey key) {
        return centre + "/" + key.keyId();
    }

    /** Learns all that another deployment knows. */
    void learn(RotatedKeys other) {
        known.putAll(other.known);
    }

    @Override
    public SigningKey signing(TenantId centre) {
        return signing.get(centre);
    }

    @Override
    public Optional<KnownKey> known(TenantId centre, String keyId) {
        return Optional.ofNullable(known.get(centre + "/" + keyId));
    }
}
