package org.yichuang.rest.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;

/** Is the API of every installed module served? */
final class ServedModulesCheck extends ModuleCheck {
    private final ApiModules modules;
    private final ModuleRegistry registry;

    ServedModulesCheck(ApiModules modules, ModuleRegistry registry) {
        super("api", READY, DOCTOR);
        this.modules = modules;
        this.registry = registry;
    }

    @Override
    protected List<Finding> look() {
        Set<String> served = modules.words();
        Set<String> missing = new TreeSet<>();
        registry.all().stream()
                .filter(module -> !module.restRoots().isEmpty())
                .map(ModuleDescriptor::word)
                .filter(word -> !served.contains(word))
                .forEach(missing::add);
        String words = String.join(", ", missing.isEmpty() ? served : missing);
        return List.of(
                missing.isEmpty()
                        ? Finding.ok(
                                LocalizedMessage.of(ServedModulesCheck.class, "served-modules-check.served", words))
                        : Finding.notYet(LocalizedMessage.of(
                                ServedModulesCheck.class, "served-modules-check.not-served-yet", words)));
    }
}
