package org.yichuang.shell.internal.doctor;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.kernel.api.ReadinessCheck;
import org.yichuang.shell.internal.desks.Services;

/** What the modules themselves say about being ready. */
class ReadinessChecks implements Check {
    private final Services services;

    ReadinessChecks(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "就绪 readiness";
    }

    @Override
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        List<ReadinessCheck> checks = services.all(ReadinessCheck.class);
        for (ReadinessCheck check : checks) {
            check.trouble()
                    .ifPresent(trouble -> findings.add(Finding.fail(
                            name(),
                            check.name() + "：" + trouble,
                            check.name() + ": " + trouble,
                            "稍候再查；若持续，见日志 / Look again in a moment; if it stays, see the log")));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok(name(), checks.size() + " 项均就绪", "All " + checks.size() + " are ready"));
        }
        return findings;
    }
}
