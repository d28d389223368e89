package org.yichuang.console.internal.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.console.internal.view.ModuleRow;
import org.yichuang.pages.api.Ui;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenant;

/** The modules that can be switched, as the registry knows them; the platform itself cannot be. */
final class ModuleRows {
    private final ModuleRegistry registry;

    ModuleRows(ModuleRegistry registry) {
        this.registry = registry;
    }

    /** The names of a centre's modules. */
    List<String> namesOf(Tenant centre, Ui ui) {
        return centre.modules().stream().sorted().map(word -> name(word, ui)).toList();
    }

    /** The modules that the container has or the centre has switched on. */
    List<ModuleRow> of(Tenant centre, Ui ui) {
        Set<String> words = new TreeSet<>(centre.modules());
        registry.all().stream()
                .filter(ModuleDescriptor::isSwitchable)
                .map(ModuleDescriptor::word)
                .forEach(words::add);
        return words.stream()
                .map(word -> new ModuleRow(
                        word,
                        name(word, ui),
                        text(word, "description", ui),
                        registry.find(word).isPresent(),
                        centre.has(word)))
                .toList();
    }

    private String name(String word, Ui ui) {
        String name = text(word, "name", ui);
        return name.isEmpty() ? word : name;
    }

    private String text(String word, String key, Ui ui) {
        Locale locale = ui.locale();
        return registry.find(word)
                .map(module -> module.texts().find(locale, key).orElse(""))
                .orElse("");
    }
}
