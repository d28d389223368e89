package org.yichuang.journal.internal.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.journal.api.Leases;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Is somebody running the timers? */
class LeaseCheck extends ModuleCheck {
    private static final Duration LAPSED = Duration.ofMinutes(5);

    private final Leases leases;
    private final Clock machine;

    LeaseCheck(Leases leases, Clock machine) {
        super("timers", "定时任务", DOCTOR);
        this.leases = leases;
        this.machine = machine;
    }

    @Override
    protected List<Finding> look() {
        Instant now = machine.instant();
        List<Leases.Held> held = leases.held();
        List<Finding> findings = new ArrayList<>();
        for (Leases.Held lease : held) {
            if (Instant.parse(lease.until()).isBefore(now.minus(LAPSED))) {
                findings.add(Finding.warn(
                        lease.name() + " 自 " + lease.until() + " 起无人执行",
                        "Nobody has run " + lease.name() + " since " + lease.until(),
                        "负责的模块在运行吗？",
                        "Does its module run?"));
            }
        }
        if (findings.isEmpty()) {
            String names =
                    String.join(", ", held.stream().map(Leases.Held::name).toList());
            findings.add(Finding.ok("均在执行：" + names, "All are run: " + names));
        }
        return findings;
    }
}
