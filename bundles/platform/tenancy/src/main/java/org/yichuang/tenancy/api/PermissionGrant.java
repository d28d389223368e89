package org.yichuang.tenancy.api;

import java.util.Set;

/**
 * What a role may do in a module.
 *
 * @param role the role's key, whoever defines it
 * @param permissions permissions of the granting module
 */
public record PermissionGrant(String role, Set<String> permissions) {
    public PermissionGrant {
        permissions = Set.copyOf(permissions);
    }

    /** Grants permissions to a role. */
    public static PermissionGrant to(String role, String... permissions) {
        return new PermissionGrant(role, Set.of(permissions));
    }
}
