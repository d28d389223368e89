package org.yichuang.testing.centres;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenant;

/**
 * Modules that each centre switches for itself, but for those that cannot be switched. A word is a module's although
 * nobody has described it, as long as it is not said to be away.
 */
public class TestModules implements ModuleRegistry {
    public final Set<String> alwaysOn = new HashSet<>();
    public final Set<String> away = new HashSet<>();
    private final List<ModuleDescriptor> described;

    /** @param described modules that say more of themselves than their words */
    public TestModules(ModuleDescriptor... described) {
        this.described = new CopyOnWriteArrayList<>(described);
    }

    /** Installs a module. */
    public void add(ModuleDescriptor module) {
        described.add(module);
        away.remove(module.word());
    }

    /** Uninstalls a module. */
    public void remove(String word) {
        described.removeIf(module -> module.word().equals(word));
        away.add(word);
    }

    @Override
    public List<ModuleDescriptor> all() {
        return List.copyOf(described);
    }

    @Override
    public Optional<ModuleDescriptor> find(String word) {
        return away.contains(word)
                ? Optional.empty()
                : first(module -> module.word().equals(word)).or(() -> Optional.of(() -> word));
    }

    @Override
    public Optional<ModuleDescriptor> ofRestRoot(String root) {
        return first(module -> module.restRoots().contains(root));
    }

    @Override
    public Optional<ModuleDescriptor> ofPageRoot(String root) {
        return first(module -> module.pageRoots().contains(root));
    }

    private Optional<ModuleDescriptor> first(Predicate<ModuleDescriptor> which) {
        return described.stream().filter(which).findFirst();
    }

    @Override
    public boolean isOn(String word, Tenant tenant) {
        return alwaysOn.contains(word)
                || tenant.has(word)
                || first(module -> module.word().equals(word))
                        .filter(module -> !module.isSwitchable())
                        .isPresent();
    }
}
