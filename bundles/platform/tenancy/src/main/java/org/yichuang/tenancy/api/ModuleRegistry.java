package org.yichuang.tenancy.api;

import java.util.List;
import java.util.Optional;

/** The modules of this container, as they come and go; in memory, cheap to ask. */
public interface ModuleRegistry {
    /** Returns the modules that are installed and running, by word. */
    List<ModuleDescriptor> all();

    /** Returns a module that is installed and running. */
    Optional<ModuleDescriptor> find(String word);

    /**
     * Returns the module that a first segment of REST paths belongs to, also one that has been here and has gone: its
     * paths are off, not unknown.
     */
    Optional<ModuleDescriptor> ofRestRoot(String root);

    /** Returns the module that a first segment of pages belongs to, also one that has been here and has gone. */
    Optional<ModuleDescriptor> ofPageRoot(String root);

    /**
     * Tells whether a module works for a centre: what cannot be switched always does, everything else, also a word that
     * no descriptor explains, when the centre has it on.
     */
    boolean isOn(String word, Tenant tenant);

    /** Returns the definition of a centre's setting among the installed modules. */
    default Optional<SettingDefinition> setting(String key) {
        return all().stream()
                .flatMap(module -> module.settings().stream())
                .filter(definition -> definition.key().equals(key))
                .findFirst();
    }
}
