package org.yichuang.testing.centres;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenant;

/** Modules that each centre switches for itself, but for those that cannot be switched. */
public class TestModules implements ModuleRegistry {
    public final Set<String> alwaysOn = new HashSet<>();
    public final Set<String> away = new HashSet<>();

    @Override
    public List<ModuleDescriptor> all() {
        return List.of();
    }

    @Override
    public Optional<ModuleDescriptor> find(String word) {
        return away.contains(word) ? Optional.empty() : Optional.of(() -> word);
    }

    @Override
    public Optional<ModuleDescriptor> ofRestRoot(String root) {
        return Optional.empty();
    }

    @Override
    public Optional<ModuleDescriptor> ofPageRoot(String root) {
        return Optional.empty();
    }

    @Override
    public boolean isOn(String word, Tenant tenant) {
        return alwaysOn.contains(word) || tenant.has(word);
    }
}
