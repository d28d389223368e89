package org.yichuang.journal.internal.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.journal.api.Leases;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Is somebody running the timers? */
class LeaseCheck extends ModuleCheck {
    private static final Duration LAPSED = Duration.ofMinutes(5);

    private final Leases leases;
    private final Clock machine;

    LeaseCheck(Leases leases, Clock machine) {
        super("timers", DOCTOR);
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
                        LocalizedMessage.of(
                                LeaseCheck.class, "lease-check.nobody-run-since", lease.name(), lease.until()),
                        LocalizedMessage.of(LeaseCheck.class, "lease-check.does-module-run")));
            }
        }
        if (findings.isEmpty()) {
            String names =
                    String.join(", ", held.stream().map(Leases.Held::name).toList());
            findings.add(Finding.ok(LocalizedMessage.of(LeaseCheck.class, "lease-check.all-run", names)));
        }
        return findings;
    }
}
