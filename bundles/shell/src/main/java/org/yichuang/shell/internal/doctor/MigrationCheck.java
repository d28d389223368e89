package org.yichuang.shell.internal.doctor;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.yichuang.shell.internal.desks.Services;

/** Has every active bundle that brings a schema its migrated data source? */
class MigrationCheck implements Check {
    private static final String HEADER = "Yichuang-Changelog";

    private final Services services;
    private final List<Bundle> bundles;

    MigrationCheck(Services services, List<Bundle> bundles) {
        this.services = services;
        this.bundles = bundles;
    }

    @Override
    public String name() {
        return "表结构 migrations";
    }

    @Override
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        List<String> migrated = new ArrayList<>();
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders().get(HEADER) != null && bundle.getState() == Bundle.ACTIVE) {
                String word = bundle.getSymbolicName()
                        .substring(bundle.getSymbolicName().lastIndexOf('.') + 1);
                if (services.find(DataSource.class, "(osgi.jndi.service.name=yichuang-" + word + ")")
                        .isPresent()) {
                    migrated.add(word);
                } else {
                    findings.add(Finding.fail(
                            name(),
                            word + " 的表结构未就绪",
                            "The schema of " + word + " is not ready",
                            "在日志中查找迁移失败的原因 / Look for the failed migration in the log"));
                }
            }
        }
        if (findings.isEmpty()) {
            String words = String.join(", ", migrated);
            findings.add(Finding.ok(name(), "已就绪：" + words, "Ready: " + words));
        }
        return findings;
    }
}
