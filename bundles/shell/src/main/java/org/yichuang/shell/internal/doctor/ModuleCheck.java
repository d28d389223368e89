package org.yichuang.shell.internal.doctor;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.desks.ModuleDesk;

/** Is every module there that a centre has switched on? */
class ModuleCheck implements Check {
    private final Desk desk;

    ModuleCheck(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "模块 modules";
    }

    @Override
    public List<Finding> run() {
        Set<String> installed = ModuleDesk.installed(desk);
        Set<String> missing = new TreeSet<>();
        desk.tenants().all().forEach(tenant -> missing.addAll(tenant.modules()));
        missing.removeAll(installed);
        if (missing.isEmpty()) {
            String words = String.join(", ", installed);
            return List.of(Finding.ok(name(), "已启用的模块都在：" + words, "All that are on are there: " + words));
        }
        String words = String.join(", ", missing);
        return List.of(
                Finding.fail(
                        name(),
                        "已启用但不可用：" + words,
                        "Switched on, but not there: " + words,
                        "feature:install yichuang-<module>；或查看 bundle:diag / feature:install yichuang-<module>, or look at bundle:diag"));
    }
}
