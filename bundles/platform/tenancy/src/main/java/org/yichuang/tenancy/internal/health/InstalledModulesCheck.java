package org.yichuang.tenancy.internal.health;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.LocalizedMessage;
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
        super("modules", READY, DOCTOR);
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
            return List.of(Finding.ok(
                    LocalizedMessage.of(InstalledModulesCheck.class, "installed-modules-check.all-there", words)));
        }
        String words = String.join(", ", missing);
        return List.of(Finding.fail(
                LocalizedMessage.of(
                        InstalledModulesCheck.class, "installed-modules-check.switched-but-not-there", words),
                LocalizedMessage.of(
                        InstalledModulesCheck.class, "installed-modules-check.feature-install-yichuang-module-look")));
    }
}
