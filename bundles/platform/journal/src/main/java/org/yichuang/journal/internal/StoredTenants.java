package org.yichuang.journal.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.TenantId;

/**
 * Tenants as rows name them. A row that somebody has written past the house may name what no tenant can be called: it
 * is passed over and told once, so that it harms nobody else.
 */
final class StoredTenants {
    private static final Logger LOG = LoggerFactory.getLogger(StoredTenants.class);
    private static final int MOST_TOLD = 100;
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private StoredTenants() {}

    /** The tenant that a row names, absent when none can be called so. */
    static Optional<TenantId> tenant(String stored) {
        if (TenantId.isWellFormed(stored)) {
            return Optional.of(new TenantId(stored));
        }
        if (TOLD.size() < MOST_TOLD && TOLD.add(String.valueOf(stored))) {
            LOG.error(
                    "The journal's tables hold rows of {}, which no tenant can be called: they are passed over",
                    stored);
        }
        return Optional.empty();
    }

    /** The tenants that rows name, without those that cannot be. */
    static List<TenantId> tenants(Collection<String> stored) {
        return stored.stream().flatMap(name -> tenant(name).stream()).toList();
    }
}
