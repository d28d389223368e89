package org.yichuang.rest.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;

/** Is the API of every installed module served? */
final class ServedModulesCheck extends ModuleCheck {
    private final ApiModules modules;
    private final ModuleRegistry registry;

    ServedModulesCheck(ApiModules modules, ModuleRegistry registry) {
        super("api", "接口", READY, DOCTOR);
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
                        ? Finding.ok("已提供：" + words, "Served: " + words)
                        : Finding.notYet("尚未提供：" + words, "Not served yet: " + words));
    }
}
