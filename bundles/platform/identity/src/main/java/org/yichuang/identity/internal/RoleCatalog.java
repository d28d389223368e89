package org.yichuang.identity.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yichuang.identity.api.Accounts.RoleName;
import org.yichuang.identity.internal.domain.RoleRules;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.RoleDefinition;
import org.yichuang.tenancy.api.RoleKind;

/** The roles that the installed modules define, and what they permit; it changes as modules come and go. */
public final class RoleCatalog {
    private final ModuleRegistry modules;

    public RoleCatalog(ModuleRegistry modules) {
        this.modules = modules;
    }

    /** All roles, by key. */
    Map<String, RoleDefinition> known() {
        Map<String, RoleDefinition> known = new TreeMap<>();
        for (ModuleDescriptor module : modules.all()) {
            module.roles().forEach(role -> known.putIfAbsent(role.key(), role));
        }
        return known;
    }

    /**
     * Those of an account's roles in which it may act: none that excludes another of them, given before one of the
     * modules came.
     */
    Set<String> compatible(Set<String> roles) {
        Set<String> left = new TreeSet<>(roles);
        left.removeAll(RoleRules.exclusive(roles, known()));
        return left;
    }

    /** The kind of a role, unless no installed module defines it. */
    Optional<RoleKind> kind(String role) {
        return Optional.ofNullable(known().get(role)).map(RoleDefinition::kind);
    }

    /** What the holder of roles may do. */
    Set<String> permissions(Collection<String> roles) {
        return modules.all().stream()
                .flatMap(module -> module.grants().stream())
                .filter(grant -> roles.contains(grant.role()))
                .flatMap(grant -> grant.permissions().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The names of all roles, by key. */
    List<RoleName> names() {
        Map<String, RoleName> names = new TreeMap<>();
        for (ModuleDescriptor module : modules.all()) {
            for (RoleDefinition role : module.roles()) {
                String text = "role." + role.key();
                names.putIfAbsent(role.key(), new RoleName(role.key(), locale -> module.texts()
                        .find(locale, text)
                        .orElse(role.key())));
            }
        }
        return List.copyOf(names.values());
    }
}
