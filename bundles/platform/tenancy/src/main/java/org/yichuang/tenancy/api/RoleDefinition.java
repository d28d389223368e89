package org.yichuang.tenancy.api;

import java.util.Set;

/**
 * A role that an account may hold.
 *
 * @param key the word in REST, journal and configuration, e.g. {@code chief-representative}
 * @param kind what sort of people hold it
 * @param excludes keys of roles that nobody holds together with this one, of whatever module, installed or not;
 *     one of the two says it for both. Who holds both already acts in neither
 */
public record RoleDefinition(String key, RoleKind kind, Set<String> excludes) {
    /** Keeps a copy. */
    public RoleDefinition {
        excludes = Set.copyOf(excludes);
    }

    /** One that excludes no other by itself. */
    public RoleDefinition(String key, RoleKind kind) {
        this(key, kind, Set.of());
    }

    /** Tells whether nobody holds both. */
    public boolean isExclusiveOf(RoleDefinition other) {
        return excludes.contains(other.key()) || other.excludes().contains(key);
    }
}
