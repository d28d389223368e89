package org.yichuang.linkage.internal;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.linkage.internal.domain.KeyRing;
import org.yichuang.linkage.internal.domain.Signatures;
import org.yichuang.linkage.internal.domain.Signatures.SigningKey;

/** One key a centre, in memory. */
public class MemoryKeys implements KeyRing {
    private final Map<TenantId, SigningKey> keys = new HashMap<>();
    private final Map<TenantId, SignatureAlgorithm> algorithms = new HashMap<>();

    @Override
    public synchronized SigningKey signing(TenantId centre) {
        return keys.computeIfAbsent(
                centre, id -> Signatures.generate(algorithms.getOrDefault(id, SignatureAlgorithm.ED25519)));
    }

    /** From now on a centre signs by an algorithm, with a key that nobody has seen. */
    public synchronized void sign(TenantId centre, SignatureAlgorithm by) {
        algorithms.put(centre, by);
        keys.remove(centre);
    }

    /** From now on a centre signs with another key, and the one before is known to nobody. */
    public synchronized void replace(TenantId centre) {
        keys.put(centre, Signatures.generate(SignatureAlgorithm.ED25519));
    }

    @Override
    public Optional<KnownKey> known(TenantId centre, String keyId) {
        SigningKey key = signing(centre);
        try {
            return key.keyId().equals(keyId)
                    ? Optional.of(new KnownKey(Signatures.publicKey(key.publicKey()), null, null, null))
                    : Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
