package org.yichuang.identity.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.yichuang.identity.api.IdentityPermission;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.Texts;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.RoleDefinition;
import org.yichuang.tenancy.api.RoleKind;

/** What identity says of itself: accounts, and the roles that every centre has. */
public class IdentityDescriptor implements ModuleDescriptor {
    /** The REST roots. */
    public static final List<String> REST_ROOTS = List.of("tokens", "accounts");

    /** The roots of the pages. */
    public static final List<String> PAGE_ROOTS =
            List.of("accounts", "register", "password", "second-factor", "provider");

    @Override
    public String word() {
        return "identity";
    }

    @Override
    public boolean isSwitchable() {
        return false;
    }

    @Override
    public List<String> restRoots() {
        return REST_ROOTS;
    }

    @Override
    public List<String> pageRoots() {
        return PAGE_ROOTS;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(IdentityPermission.VIEW, IdentityPermission.MANAGE, IdentityPermission.OPEN_FIRST);
    }

    @Override
    public List<PermissionGrant> grants() {
        return List.of(
                PermissionGrant.to("security-admin", IdentityPermission.VIEW, IdentityPermission.MANAGE),
                PermissionGrant.to("operator", IdentityPermission.OPEN_FIRST));
    }

    @Override
    public List<RoleDefinition> roles() {
        return Arrays.stream(Role.values())
                .map(role -> new RoleDefinition(role.key(), kind(role)))
                .toList();
    }

    private static RoleKind kind(Role role) {
        if (Role.ADMINISTRATORS.contains(role)) {
            return RoleKind.ADMINISTRATOR;
        }
        return switch (role) {
            case APPLICANT -> RoleKind.APPLICANT;
            case OPERATOR -> RoleKind.OPERATOR;
            default -> RoleKind.STAFF;
        };
    }

    @Override
    public Texts texts() {
        return Texts.beside(IdentityDescriptor.class, "module");
    }
}
