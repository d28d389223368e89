package org.yichuang.shell.internal.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.journal.api.Leases;
import org.yichuang.shell.internal.desks.Desk;

/** Is somebody running the timers? */
class LeaseCheck implements Check {
    private static final Duration LAPSED = Duration.ofMinutes(5);

    private final Desk desk;
    private final Settings settings;

    LeaseCheck(Desk desk, Settings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "定时任务 leases";
    }

    @Override
    public List<Finding> run() {
        Instant now = desk.tenants().clock().instant().minus(settings.clockOffset());
        List<Leases.Held> held = desk.need(Leases.class, "journal").held();
        List<Finding> findings = new ArrayList<>();
        for (Leases.Held lease : held) {
            if (Instant.parse(lease.until()).isBefore(now.minus(LAPSED))) {
                findings.add(Finding.warn(
                        name(),
                        lease.name() + " 自 " + lease.until() + " 起无人执行",
                        "Nobody has run " + lease.name() + " since " + lease.until(),
                        "负责的模块在运行吗？ / Does its module run?"));
            }
        }
        if (findings.isEmpty()) {
            String names =
                    String.join(", ", held.stream().map(Leases.Held::name).toList());
            findings.add(Finding.ok(name(), "均在执行：" + names, "All are run: " + names));
        }
        return findings;
    }
}
