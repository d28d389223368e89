package org.yichuang.tenancy.internal.health;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenants;

/** Is every module there that a centre has switched on? */
class InstalledModulesCheck extends ModuleCheck {
    private final Tenants tenants;
    private final ModuleRegistry registry;

    InstalledModulesCheck(Tenants tenants, ModuleRegistry registry) {
        super("modules", "模块", READY, DOCTOR);
        this.tenants = tenants;
        this.registry = registry;
    }

    @Override
    protected List<Finding> look() {
        Set<String> installed =
                registry.all().stream().map(ModuleDescriptor::word).collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>();
        tenants.all().forEach(tenant -> missing.addAll(tenant.modules()));
        missing.removeAll(installed);
        if (missing.isEmpty()) {
            String words = String.join(", ", installed);
            return List.of(Finding.ok("已启用的模块都在：" + words, "All that are on are there: " + words));
        }
        String words = String.join(", ", missing);
        return List.of(Finding.fail(
                "已启用但不可用：" + words,
                "Switched on, but not there: " + words,
                "feature:install yichuang-<module>；或查看 bundle:diag",
                "feature:install yichuang-<module>, or look at bundle:diag"));
    }
}
